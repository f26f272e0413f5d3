using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// What can be told of a page, as it stands, without a person. Tests of one class come past the same pages again and again: axe
/// looks once at each that is the same to the letter on the same device.
/// </summary>
internal sealed class Accessibility
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

    private readonly ConcurrentDictionary<(Device, string), bool> _clean = new();

    public async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, Device device)
    {
        var state = (device, await StateAsync(page));
        if (_clean.ContainsKey(state))
        {
            return [];
        }

        // axe is a script with waits of its own, which never end where scripts are off: there the layout alone is looked at, and the
        // same pages come past axe on the devices with scripts.
        IReadOnlyList<string> violations = device.Scripts ? Violations(await page.RunAxe(Options)) : [];
        IReadOnlyList<string> problems = [.. violations, .. await WiderThanScreenAsync(page)];
        if (problems.Count == 0)
        {
            _clean.TryAdd(state, true);
        }

        return problems;
    }

    /// <summary>For a note that lies over the page: what is under it is out of reach until Escape, and axe minds that.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(ILocator part) => Violations(await part.RunAxe(Options));

    private static IReadOnlyList<string> Violations(AxeResult result) => result.Passes.Length == 0
        ? ["axe looked at nothing"]
        : [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];

    /// <summary>The elements that make the page scroll sideways; none when it does not.</summary>
    private static async Task<IReadOnlyList<string>> WiderThanScreenAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return [];
          const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 0.5);
          return [`Wider than the screen: ${root.scrollWidth} > ${root.clientWidth}`, ...wide.map(e => e.outerHTML.slice(0, 120))];
        }
        """);

    /// <summary>Everything that makes a difference to the eye: the elements, what is typed and chosen, and where the focus is.</summary>
    private static Task<string> StateAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const copy = document.documentElement.cloneNode(true);
          for (const token of copy.querySelectorAll("input[type=hidden]")) token.remove();
          const fields = [...document.querySelectorAll("input, textarea, select")].map(field => [field.value, field.checked]);
          const focus = [...document.querySelectorAll("*")].indexOf(document.activeElement);
          return JSON.stringify([location.pathname, copy.outerHTML, fields.slice(0), focus]);
        }
        """);
}
