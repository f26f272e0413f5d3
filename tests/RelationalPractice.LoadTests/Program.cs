using RelationalPractice.LoadTests;
using RelationalPractice.LoadTests.Commands;

try
{
    return args switch
    {
        ["journey", .. var rest] => JourneyCommand.Run(new Options(rest)),
        ["import", .. var rest] => ImportCommand.Run(new Options(rest)),
        ["plan", .. var rest] => await PlanCommand.RunAsync(new Options(rest)),
        ["queue", .. var rest] => QueueCommand.Run(new Options(rest)),
        ["simulate", .. var rest] => await SimulateCommand.RunAsync(new Options(rest)),
        ["startup", .. var rest] => StartupCommand.Run(new Options(rest)),
        [] or ["--help"] or ["-h"] => Help.Show(Console.Out),
        _ => Help.Refuse($"There is no command '{args[0]}'."),
    };
}
catch (UsageException wrong)
{
    return Help.Refuse(wrong.Message);
}
catch (LoadTestException stopped)
{
    Console.Error.WriteLine(stopped.Message);
    return 1;
}
