using System.Collections.Frozen;

namespace CareBot.Privacy;

/// <summary>The first names that are frequent in Italy and in English-speaking countries, without those that are also words.</summary>
/// <remarks>Left out on purpose: Rosa, Bianca, Viola, Gioia, Luce, Will, Mark, Grace, Rose, May, April, Bill, Frank …</remarks>
internal static class FirstNames
{
    private const string Italian =
        """
        Adriano Agnese Alberto Alessandra Alessandro Alessia Alessio Alfredo Alice Andrea Angela Angelo Anna Annalisa
        Annamaria Antonella Antonia Antonietta Antonio Arianna Barbara Beatrice Benedetta Bruno Camilla Carla Carlo Carmela
        Caterina Cecilia Chiara Cinzia Claudia Claudio Cristian Cristina Daniela Daniele Daria Dario Davide Debora Diego
        Domenico Donatella Edoardo Elena Eleonora Elisa Elisabetta Emanuela Emanuele Emilio Enrico Enzo Erica Eugenio Fabio
        Fabrizio Federica Federico Filippo Flavia Flavio Francesca Francesco Franco Gabriele Gabriella Gaetano Giacomo Giada
        Gianfranco Gianluca Gianmarco Gianmaria Gianni Gianpaolo Ginevra Giorgia Giorgio Giovanna Giovanni Giulia Giuliano
        Giulio Giuseppe Giuseppina Greta Guido Ilaria Irene Ivan Laura Leonardo Letizia Lidia Livia Lorenzo Luca Lucia Luciano
        Luigi Luisa Manuela Marcello Marco Margherita Maria Mariangela Marina Mario Marta Martina Massimo Matilde Matteo
        Mattia Maurizio Mauro Michela Michele Mirko Monica Nadia Nicola Nicole Nicolò Noemi Ornella Paola Paolo Patrizia Piero
        Pierluigi Pierpaolo Pietro Raffaele Raffaella Renato Riccardo Rita Roberta Roberto Rocco Rossella Sabrina Salvatore
        Samuele Sandra Sandro Sara Sebastiano Sergio Silvana Silvia Simona Simone Sofia Sonia Stefania Stefano Susanna Teresa
        Tiziana Tommaso Umberto Valentina Valeria Valerio Vanessa Veronica Vincenzo Vito Walter
        """;

    private const string English =
        """
        Aaron Abigail Adam Alan Albert Alex Alexander Alexandra Amanda Amy Andrew Anne Anthony Ashley Barry Benjamin Beth
        Brandon Brenda Brian Bruce Caroline Carol Catherine Charles Charlotte Christine Christopher Claire Craig Daniel David
        Deborah Dennis Diana Donald Donna Dorothy Douglas Edward Eleanor Elizabeth Ellen Emily Emma Eric Ethan Eugene Fiona
        Gareth Gary George Gerald Graham Gregory Hannah Harold Heather Helen Henry Hugh Ian Isabella Jacob James Janet Jason
        Jeffrey Jennifer Jeremy Jessica Joanna John Jonathan Joseph Joshua Judith Judy Julia Julie Karen Katherine Kathleen
        Keith Kelly Kenneth Kevin Kimberly Larry Laurence Leo Liam Linda Lisa Louis Louise Lucy Margaret Marie Martin Mary
        Matthew Megan Melissa Michael Michelle Mohammed Nancy Nathan Neil Nicholas Oliver Olivia Pamela Patricia Patrick Paul
        Peter Philip Rachel Raymond Rebecca Richard Robert Roger Ronald Roy Ryan Samantha Samuel Sarah Scott Sean Sharon Simon
        Sophia Sophie Stephanie Stephen Steven Stuart Susan Theresa Thomas Timothy Tony Tracy Victoria Vincent William Zoe
        """;

    private static readonly FrozenSet<string> Known =
        (Italian + " " + English).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Known.Contains(word);
}
