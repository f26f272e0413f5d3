using System.Globalization;

namespace RelationalPractice.Web.Hosting;

/// <summary>The authority's own colour for buttons and links, and the shades of it that the pages need in light and in dark.</summary>
public sealed class AuthorityColour
{
    /// <summary>WCAG 2.2 AA for text: links stand on white, and white words stand on buttons.</summary>
    public const double LeastContrast = 4.5;

    private static readonly Rgb White = new(255, 255, 255);
    private static readonly Rgb Black = new(0, 0, 0);
    private static readonly Rgb DarkPage = new(0x15, 0x1f, 0x27);

    private readonly Rgb _colour;

    private AuthorityColour(Rgb colour) => _colour = colour;

    /// <exception cref="FormatException">Not written as #rrggbb, or too pale to be read on white.</exception>
    public static AuthorityColour Parse(string text)
    {
        if (text.Length != 7 || text[0] != '#' || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"The colour \"{text}\" is not written as # and six hexadecimal digits.");

        var colour = new Rgb(value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff);
        var contrast = colour.ContrastWith(White);
        return contrast >= LeastContrast
            ? new AuthorityColour(colour)
            : throw new FormatException($"The colour {text} has a contrast of {contrast:0.0} on white; {LeastContrast:0.0} is needed for words to be read.");
    }

    public string Css
    {
        get
        {
            var onDark = _colour;
            for (var share = 0.1; onDark.ContrastWith(DarkPage) < 7; share += 0.1) onDark = _colour.MixedWith(White, share);

            return $":root{{{Properties(_colour, _colour.MixedWith(Black, 0.3), _colour.MixedWith(White, 0.9))}}}" +
                   $"@media screen and (prefers-color-scheme:dark){{:root{{{Properties(onDark, onDark.MixedWith(White, 0.5), _colour.MixedWith(DarkPage, 0.75))}}}}}" +
                   "@media print{:root{--practice-primary:#000}}";
        }
    }

    private static string Properties(Rgb primary, Rgb deep, Rgb tint) =>
        $"--practice-primary:{primary};--practice-primary-deep:{deep};--practice-tint:{tint}";

    private sealed record Rgb(double Red, double Green, double Blue)
    {
        public Rgb MixedWith(Rgb other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

        public double ContrastWith(Rgb other)
        {
            var (one, two) = (Luminance, other.Luminance);
            return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
        }

        public override string ToString() => $"#{(int)Red:x2}{(int)Green:x2}{(int)Blue:x2}";

        private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

        private static double Mix(double from, double to, double share) => Math.Round(from + (to - from) * share);

        private static double Linear(double channel)
        {
            var part = channel / 255;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
    }
}
