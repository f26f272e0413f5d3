using System.Diagnostics;

namespace RelationalPractice.Testing;

/// <summary>For what happens beside the test, such as a job: asks again until it has, and fails when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"Not within {Patience.TotalSeconds:0} seconds: {what}");
            }

            await Task.Delay(20);
        }
    }
}
