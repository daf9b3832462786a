using System.Globalization;
using BigGustave;
using CareBot.Host.Settings;

namespace CareBot.Host.Commands.TeamsApp;

/// <summary>The two pictures that Teams wants of an app: one in colour, and a white one on nothing for the bar at the side.</summary>
internal sealed record AppIcons(byte[] Colour, byte[] Outline)
{
    public const string ColourFile = "color.png";
    public const string OutlineFile = "outline.png";

    private const int ColourSide = 192;
    private const int OutlineSide = 32;

    /// <summary>The bytes of a picture that is still read.</summary>
    private const int BytesMax = 1024 * 1024;

    /// <summary>The speech bubble of the chat page.</summary>
    public static AppIcons Drawn() => new(SpeechBubble.Draw(ColourSide, inColour: true), SpeechBubble.Draw(OutlineSide, inColour: false));

    /// <summary>The company's own.</summary>
    /// <exception cref="StartRefusedException">A file is not there, or Teams would not take it.</exception>
    public static AppIcons In(string folder) => new(
        Read(folder, ColourFile, ColourSide, transparent: false), Read(folder, OutlineFile, OutlineSide, transparent: true));

    private static byte[] Read(string folder, string name, int side, bool transparent)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > BytesMax)
        {
            throw new StartRefusedException(file.Exists
                ? $"{path} is larger than 1 MB: save it as a PNG of {Sides(side)} pixels."
                : $"{path} is not there: --icons wants a folder with {ColourFile} ({Sides(ColourSide)}) and {OutlineFile} ({Sides(OutlineSide)}).");
        }

        var bytes = File.ReadAllBytes(path);
        var picture = Open(bytes, path);
        if (picture.Width != side || picture.Height != side)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{path} is {picture.Width}x{picture.Height} pixels, and Teams wants {Sides(side)}: save it in that size."));
        }

        return !transparent || HasTransparency(picture)
            ? bytes
            : throw new StartRefusedException($"{path} has no transparent pixel: Teams wants a white drawing on a transparent ground.");
    }

    private static Png Open(byte[] bytes, string path)
    {
        try
        {
            return Png.Open(bytes);
        }
        // The library has no exception of its own for bytes that are no picture.
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new StartRefusedException($"{path} cannot be read as a PNG picture ({failure.Message}): save it anew as one.");
        }
    }

    private static bool HasTransparency(Png picture) => Enumerable.Range(0, picture.Width * picture.Height)
        .Any(pixel => picture.GetPixel(pixel % picture.Width, pixel / picture.Width).A < byte.MaxValue);

    private static string Sides(int side) => string.Create(CultureInfo.InvariantCulture, $"{side}x{side}");
}
