namespace RelationalPractice.Web.Hosting;

/// <summary>Wrong configuration stops the start with one line for the operator, not a stack of frames.</summary>
public static class OneLine
{
    public static async Task<int> RunAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (UnsafeConfigurationException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 78;
        }
    }
}
