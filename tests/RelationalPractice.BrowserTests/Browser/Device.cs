using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>What a person holds, and how they have set it.</summary>
public sealed record Device(string Name, int Width, int Height)
{
    public static readonly Device Phone = new("phone", 360, 740) { Touch = true, Scale = 2 };
    public static readonly Device SmallPhone = new("small-phone", 320, 568) { Touch = true, Scale = 2 };
    public static readonly Device Desktop = new("desktop", 1280, 900);

    /// <summary>A window of 1280 × 1024 made four times larger: what WCAG 1.4.10 asks to be usable without scrolling sideways.</summary>
    public static readonly Device Enlarged = new("enlarged", 320, 256) { Scale = 4 };

    public bool Touch { get; private init; }

    public float Scale { get; private init; } = 1;

    public bool Scripts { get; private init; } = true;

    public bool Dark { get; private init; }

    public Device WithoutScripts() => this with { Name = Name + "-without-scripts", Scripts = false };

    public Device InTheDark() => this with { Name = Name + "-dark", Dark = true };

    public BrowserNewContextOptions Options(Uri site) => new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        DeviceScaleFactor = Scale,
        HasTouch = Touch,
        IsMobile = Touch,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = "en-GB",
        TimezoneId = "Europe/London"
    };
}
