using System.Globalization;
using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>A connection as Chrome's developer tools emulate it: each answer comes that much later, and its bytes that slowly.</summary>
/// <param name="SlowerProcessor">How many times slower scripts, styles and layout run than on this machine.</param>
public sealed record Network(string Name, double LatencyMilliseconds, double DownKilobits, double UpKilobits, int SlowerProcessor)
{
    private const double BytesOfKilobit = 1000.0 / 8;

    /// <summary>Chrome's "Slow 4G": a round trip of 150 ms, weighted 3.75 times for the exchanges that emulation leaves out.</summary>
    public static readonly Network Slow4G = new("slow 4G", 562.5, 1_440, 675, SlowerProcessor: 1);

    /// <summary>Chrome's "3G", which was called "Slow 3G", on a processor four times slower.</summary>
    public static readonly Network Slow3G = new("slow 3G, processor four times slower", 2_000, 400, 400, SlowerProcessor: 4);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name} ({LatencyMilliseconds} ms, {DownKilobits:N0} kbit/s down, {UpKilobits:N0} kbit/s up)");

    public async Task UseAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["offline"] = false,
            ["latency"] = LatencyMilliseconds,
            ["downloadThroughput"] = DownKilobits * BytesOfKilobit,
            ["uploadThroughput"] = UpKilobits * BytesOfKilobit
        });
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object>(StringComparer.Ordinal) { ["rate"] = SlowerProcessor });
    }
}
