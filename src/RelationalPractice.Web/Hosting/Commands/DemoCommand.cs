namespace RelationalPractice.Web.Hosting.Commands;

public static class DemoCommand
{
    public static Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output) => Task.FromResult(0);
}
