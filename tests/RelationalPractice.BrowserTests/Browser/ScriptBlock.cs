using Microsoft.Playwright;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>
/// Refuses a page's scripts, as the browser's own setting does. Playwright's setting does the same but cannot be lifted for axe, which
/// is a script too: it would wait for ever. By then the page's own scripts have been refused and do not run any more.
/// </summary>
internal sealed class ScriptBlock
{
    private readonly ICDPSession _tools;

    private ScriptBlock(ICDPSession tools) => _tools = tools;

    public static async Task<ScriptBlock> OnAsync(IPage page)
    {
        var block = new ScriptBlock(await page.Context.NewCDPSessionAsync(page));
        await block.SetAsync(refused: true);
        return block;
    }

    public async Task<T> LiftedAsync<T>(Func<Task<T>> use)
    {
        await SetAsync(refused: false);
        try
        {
            return await use();
        }
        finally
        {
            await SetAsync(refused: true);
        }
    }

    private Task SetAsync(bool refused) =>
        _tools.SendAsync("Emulation.setScriptExecutionDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = refused });
}
