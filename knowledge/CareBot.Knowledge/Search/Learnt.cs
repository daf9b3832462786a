using System.Runtime.InteropServices;

namespace CareBot.Knowledge.Search;

/// <summary>All that training has made of a shelf.</summary>
/// <param name="Model">What tells its articles apart; null where there is nothing to tell apart, or too much.</param>
/// <param name="Calibration">How far its finds can be trusted.</param>
/// <param name="Examined">What it found of what it had not seen: customers' judgements are added to it.</param>
internal sealed record Learnt(Softmax? Model, Calibration Calibration, IReadOnlyList<KnownFind> Examined)
{
    /// <summary>Writes it down as <see cref="Read(BinaryReader, int)"/> reads it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Model?.Classes ?? 0);
        Write(writer, Model is { } model ? model.Weights : []);
        Write<double>(writer, [.. Calibration.Weights]);
        Write<KnownFind>(writer, [.. Examined]);
    }

    /// <summary>What was written down.</summary>
    /// <param name="reader">Where it is.</param>
    /// <param name="features">How many features the phrasings have of which it was learnt.</param>
    /// <returns>Null where it was learnt of others.</returns>
    public static Learnt? Read(BinaryReader reader, int features)
    {
        var classes = reader.ReadInt32();
        var weights = Read<float>(reader);
        var calibration = Calibration.Of(Read<double>(reader));
        var examined = Read<KnownFind>(reader);
        var model = classes == 0 ? null : Softmax.Of(weights, features, classes);
        return classes > 0 && model is null ? null : new(model, calibration, examined);
    }

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }
}
