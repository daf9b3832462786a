using System.Text.Json;
using System.Text.Json.Serialization;
using CareBot.Metrics;

namespace CareBot.Host.Metrics;

/// <summary>A handling report for programs: the same report is the same bytes, and what was not measured is null.</summary>
/// <remarks>Instants are UTC; shares, means and seconds have four decimals at most.</remarks>
internal static class HandlingReportJson
{
    public static string Write(HandlingReport report) => JsonSerializer.Serialize(report, HandlingReportJsonContext.Default.HandlingReport);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(InstantConverter), typeof(RatioConverter), typeof(DecimalsConverter)])]
[JsonSerializable(typeof(HandlingReport))]
internal sealed partial class HandlingReportJsonContext : JsonSerializerContext;

/// <summary>Reports are written and never read back.</summary>
internal abstract class FigureConverter<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A handling report is only written.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}

internal sealed class InstantConverter() : FigureConverter<DateTimeOffset>((writer, at) => writer.WriteStringValue(at.UtcDateTime));

internal sealed class RatioConverter() : FigureConverter<Ratio>((writer, ratio) => DecimalsConverter.Write(writer, ratio.Value));

internal sealed class DecimalsConverter() : FigureConverter<double>(Write)
{
    private const int DecimalsMax = 4;

    public static void Write(Utf8JsonWriter writer, double value) =>
        writer.WriteNumberValue(Math.Round(value, DecimalsMax, MidpointRounding.AwayFromZero));
}
