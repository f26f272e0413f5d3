using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>axe over a page as it stands: WCAG 2.2 AA and what axe calls best practice.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        },
        ResultTypes = [ResultType.Violations]
    };

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return
        [
            .. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}")),
            .. result.Passes.Length == 0 ? ["axe looked at nothing"] : Array.Empty<string>()
        ];
    }
}
