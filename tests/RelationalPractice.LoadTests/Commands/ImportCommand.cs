using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Demonstration;
using RelationalPractice.Invitations;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.LoadTests.Http;
using RelationalPractice.Testing.Html;

namespace RelationalPractice.LoadTests.Commands;

/// <summary>How long a file of families takes from the press of "Read it in" until it is kept, and again when the same file comes a second time.</summary>
internal static class ImportCommand
{
    private const double MostSeconds = 60;
    private const int PeopleInAFamily = 3;

    public static int Run(Options options)
    {
        var provider = options.Choice("--provider", Provider.Sqlite);
        var lines = options.Number("--lines", ContactImport.LinesMax, 1, ContactImport.LinesMax);
        var held = options.Flag("--hold");
        var given = options.Text("--app");
        var keep = options.Flag("--keep");
        options.NothingElse();

        using var scratch = new Scratch(keep);
        var published = PublishedApp.Find(given, scratch);
        using var database = LoadDatabase.Create(provider, scratch);
        AppProcess.Migrate(published, database);
        AppProcess.LoadDemonstration(published, database, 0);
        int before;
        using (var db = database.Open()) before = db.FamilyMembers.Count();
        using var app = AppProcess.Start(published, database, scratch.PathOf("log"), ("Staff__RequireSecondFactor", "false"));
        app.WaitFor("/");
        Report.Machine(Console.Out);
        Console.WriteLine(database.Description);

        var file = File(lines);
        var idle = app.Cpu + database.Cpu;
        var first = ImportAsync(app, file).GetAwaiter().GetResult();
        var busy = app.Cpu + database.Cpu - idle;
        var again = ImportAsync(app, file).GetAwaiter().GetResult();
        using var after = database.Open();
        var kept = after.FamilyMembers.Count() - before;
        Console.WriteLine($"{lines:N0} lines, {file.Length / 1_000_000.0:0.0} MB");
        Console.WriteLine($"first time:  {first}");
        Console.WriteLine($"second time: {again}");
        Console.WriteLine($"{kept:N0} places kept; processor time of program and database for the first {busy.TotalSeconds:0.0} s; most memory of the program {app.PeakMemory / 1_000_000} MB");
        if (kept != lines) throw new LoadTestException($"{lines:N0} lines were good and {kept:N0} were kept.");
        return !held || (first.Seconds <= MostSeconds && again.Seconds <= MostSeconds) ? 0 : 1;
    }

    private static async Task<Times> ImportAsync(AppProcess app, byte[] file)
    {
        using var http = ProxiedClient.To(app.Address);
        var browser = new PageClient(http);
        await browser.GetAsync("/staff/sign-in");
        await browser.SubmitAsync("Sign in", ("Email", "qa@demo.example"), ("Password", DemonstrationOptions.DefaultPassword));
        var form = await browser.GetAsync("/invitations/import");
        var token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var clock = Stopwatch.StartNew();
        await browser.OpenAsync(new HttpRequestMessage(HttpMethod.Post, "/invitations/import")
        {
            Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "Csv", "families.csv" } },
        });
        var uploaded = clock.Elapsed;
        await browser.SubmitAsync("Look the file through");
        await UntilAsync(browser, "What becomes of each line");
        var looked = clock.Elapsed;
        await browser.FollowAsync("Keep these");
        await browser.SubmitAsync("Keep these lines");
        await UntilAsync(browser, "The file is kept");
        return new Times(uploaded, looked, clock.Elapsed);
    }

    private static async Task UntilAsync(PageClient browser, string heading)
    {
        var path = browser.Page.Path;
        while (browser.Page.Heading != heading)
        {
            if (browser.Page.Document.QuerySelector("[role=status]") is null) throw new LoadTestException($"Unexpected page: {browser.Page.Heading}");
            await Task.Delay(200);
            await browser.GetAsync(path);
        }
    }

    private static byte[] File(int lines)
    {
        var workers = DemonstrationAuthority.Instance.Areas.SelectMany(a => a.Teams).SelectMany(t => t.Workers).Select(w => w.Name).ToList();
        var file = new StringBuilder("Reference,Worker,Start,End,Name,Role,Mobile,Email,Language,Note\r\n");
        for (var i = 0; i < lines; i++)
        {
            var family = i / PeopleInAFamily;
            file.Append(CultureInfo.InvariantCulture,
                $"LCS-{family},{workers[family % workers.Count]},03/0{1 + (family % 9)}/2026,,\"Person {i} Surname{family}\",Mother,07{400_000_000 + i},person{i}@example.org,English,\"Ring, do not write\"\r\n");
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private sealed record Times(TimeSpan Uploaded, TimeSpan Looked, TimeSpan Kept)
    {
        public double Seconds => Kept.TotalSeconds;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"uploaded after {Uploaded.TotalSeconds:0.0} s, looked through after {Looked.TotalSeconds:0.0} s, kept after {Kept.TotalSeconds:0.0} s");
    }
}
