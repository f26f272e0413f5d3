using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>What can be told of a page, as it stands, without a person.</summary>
internal static class Accessibility
{
    /// <summary>WCAG 2.2 AA, and what axe calls best practice.</summary>
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        }
    };

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return result.Passes.Length == 0
            ? ["axe looked at nothing"]
            : [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
    }

    /// <summary>The elements that make the page scroll sideways; none when it does not.</summary>
    public static async Task<IReadOnlyList<string>> WiderThanScreenAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
          return [`${root.scrollWidth} > ${root.clientWidth}`, ...wide.map(e => e.outerHTML.slice(0, 120))];
        }
        """);
}
