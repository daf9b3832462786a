using BigGustave;

namespace CareBot.Host.Commands.TeamsApp;

/// <summary>The drawing of wwwroot/chat/icon.svg as a PNG, on the same grid of 32.</summary>
internal static class SpeechBubble
{
    private const double Grid = 32;

    /// <summary>The points looked at in each pixel, along each side: edges come out smooth.</summary>
    private const int PointsEachWay = 4;

    private static readonly (byte Red, byte Green, byte Blue) Ground = (0x0b, 0x6e, 0x75);

    public static byte[] Draw(int side, bool inColour)
    {
        var picture = PngBuilder.Create(side, side, hasAlphaChannel: !inColour);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var white = Coverage(x, y, Grid / side);
                picture.SetPixel(inColour
                    ? new(Mixed(Ground.Red, white), Mixed(Ground.Green, white), Mixed(Ground.Blue, white))
                    : new(byte.MaxValue, byte.MaxValue, byte.MaxValue, Mixed(0, white), isGrayscale: false), x, y);
            }
        }

        return picture.Save();
    }

    /// <summary>The part of a pixel that is white, from 0 to 1.</summary>
    private static double Coverage(int x, int y, double scale)
    {
        var white = 0;
        for (var point = 0; point < PointsEachWay * PointsEachWay; point++)
        {
            var atX = (x + ((point % PointsEachWay) + 0.5) / PointsEachWay) * scale;
            var atY = (y + ((point / PointsEachWay) + 0.5) / PointsEachWay) * scale;
            white += (InBody(atX, atY) || InTail(atX, atY)) && !InWave(atX, atY) ? 1 : 0;
        }

        return (double)white / (PointsEachWay * PointsEachWay);
    }

    // A rectangle from 6,9 to 26,21 with corners of radius 3: all that is within 3 of the smaller one inside.
    private static bool InBody(double x, double y) => Distance(x, y, Math.Clamp(x, 9, 23), Math.Clamp(y, 12, 18)) <= 3;

    // The triangle 11,21 - 16,21 - 11,25.
    private static bool InTail(double x, double y) => x >= 11 && y >= 21 && (x - 11) / 5 + (y - 21) / 4 <= 1;

    // Words, as a wavy line 2 thick with round ends.
    private static bool InWave(double x, double y)
    {
        var along = Math.Clamp(x, 10, 22);
        return Distance(x, y, along, 15.5 - Math.Sin((along - 10) * Math.PI / 4)) <= 1;
    }

    private static double Distance(double x, double y, double otherX, double otherY) => double.Hypot(x - otherX, y - otherY);

    private static byte Mixed(byte ground, double white) => (byte)Math.Round(ground + ((byte.MaxValue - ground) * white));
}
