using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// What can be told of a page, as it stands, without a person. Tests come past the same pages again and again: axe looks once in a
/// run at each that is the same to the letter on the same device.
/// </summary>
internal static class Accessibility
{
    // The package's own way opens a second page for each look, to gather what frames found. No page of ours has frames.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>WCAG 2.2 AA, and what axe calls best practice.</summary>
    private const string Run =
        """
        async part => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { passes, violations } = await axe.run(part ?? document, { runOnly: tags, resultTypes: ["violations"] });
          if (passes.length === 0) return ["axe looked at nothing"];
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    private const string WiderThanScreen =
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
          return [`Wider than the screen: ${root.scrollWidth} > ${root.clientWidth}`, ...wide.map(e => e.outerHTML.slice(0, 120))];
        }
        """;

    /// <summary>Everything that makes a difference to the eye: the elements, what is typed and chosen, and where the focus is.</summary>
    private const string State =
        """
        () => {
          const copy = document.documentElement.cloneNode(true);
          for (const token of copy.querySelectorAll("input[type=hidden]")) token.remove();
          const fields = [...document.querySelectorAll("input, textarea, select")].map(field => [field.value, field.checked]);
          const focus = [...document.querySelectorAll("*")].indexOf(document.activeElement);
          return JSON.stringify([location.pathname, copy.outerHTML, fields, focus]);
        }
        """;

    // An evaluation in the page has no end of its own.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<(Device, string), bool> Clean = new();

    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, Device device, ScriptBlock? block)
    {
        var state = (device, await page.EvaluateAsync<string>(State));
        if (Clean.ContainsKey(state))
        {
            return [];
        }

        IReadOnlyList<string> problems = [.. await ViolationsAsync(page, block), .. await page.EvaluateAsync<string[]>(WiderThanScreen)];
        if (problems.Count == 0)
        {
            Clean.TryAdd(state, true);
        }

        return problems;
    }

    /// <summary>For a note that lies over the page: what is under it is out of reach until Escape, and axe minds that.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(ILocator part)
    {
        await part.Page.EvaluateAsync(Axe);
        return await part.EvaluateAsync<string[]>(Run).WaitAsync(Patience);
    }

    private static Task<string[]> ViolationsAsync(IPage page, ScriptBlock? block) =>
        block is null ? ViolationsAsync(page) : block.LiftedAsync(() => ViolationsAsync(page));

    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run).WaitAsync(Patience);
    }
}
