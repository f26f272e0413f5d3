using System.Diagnostics;
using RelationalPractice.Testing;

namespace RelationalPractice.LoadTests.Hosting;

/// <summary>The web program as it is deployed.</summary>
internal sealed record PublishedApp(string Folder)
{
    private const string Program = "RelationalPractice.Web.dll";

    public string ProgramPath => Path.Combine(Folder, Program);

    /// <param name="given">A folder in which it was published before, or null to publish it now.</param>
    public static PublishedApp Find(string? given, Scratch scratch)
    {
        var app = new PublishedApp(given is null ? scratch.PathOf("app") : Path.GetFullPath(given));
        if (given is null) app.Publish();
        return File.Exists(app.ProgramPath) ? app : throw new LoadTestException($"There is no {Program} in {app.Folder}.");
    }

    private void Publish()
    {
        Console.WriteLine("Publishing the web program …");
        string[] asInDockerfile = ["-c", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true"];
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src", "RelationalPractice.Web"), .. asInDockerfile, "-o", Folder, "-v", "quiet", "--nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode != 0) throw new LoadTestException($"The web program could not be published:\n{output}");
    }
}
