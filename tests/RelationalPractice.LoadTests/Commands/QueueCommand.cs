using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Demonstration;
using RelationalPractice.LoadTests.Databases;
using RelationalPractice.LoadTests.Figures;
using RelationalPractice.LoadTests.Hosting;
using RelationalPractice.LoadTests.Http;
using RelationalPractice.Surveys;

namespace RelationalPractice.LoadTests.Commands;

/// <summary>
/// Whether a reader waits longer when there are many responses. Every size has a database and a program of its own, and each page is asked of one size after
/// the other, so that whatever else the machine does meets all of them alike.
/// </summary>
internal static class QueueCommand
{
    private const int Waiting = 100;
    private const int WarmUpRounds = 100;
    private const double MostSlower = 1.2;

    public static int Run(Options options)
    {
        var provider = options.Choice("--provider", Provider.PostgreSql);
        var sizes = options.Numbers("--responses", [1_000, 1_000_000], 2 * Waiting, DemonstrationOptions.ResponsesMax);
        var rounds = options.Number("--rounds", 400, 1, 100_000);
        var held = options.Flag("--hold");
        var given = options.Text("--app");
        var keep = options.Flag("--keep");
        options.NothingElse();

        using var scratch = new Scratch(keep);
        var published = PublishedApp.Find(given, scratch);
        var readers = new List<Reader>();
        try
        {
            foreach (var size in sizes) readers.Add(Reader.Start(published, provider, size, scratch));
            Report.Machine(Console.Out);
            // Not before: filling the next database takes longer than a server keeps an idle connection.
            foreach (var reader in readers) reader.SignIn();
            for (var round = -WarmUpRounds; round < rounds; round++)
            {
                foreach (var reader in readers) reader.Read(round);
            }

            return Conclude(readers, held);
        }
        finally
        {
            foreach (var reader in readers) reader.Dispose();
        }
    }

    private static int Conclude(List<Reader> readers, bool held)
    {
        var least = readers[0].Figures;
        var slower = 0.0;
        foreach (var reader in readers)
        {
            foreach (var (step, first) in reader.Figures.Zip(least))
            {
                slower = Math.Max(slower, step.P50 / first.P50);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{reader.Responses,9:N0} responses, {Waiting} unread, {step.Name,-8} {step.Count} times: p50 {step.P50:0.0} ms, p95 {step.P95:0.0} ms, most {step.Longest:0.0} ms; p50 {step.P50 / first.P50:0.00} × the first size"));
            }
        }

        return !held || slower <= MostSlower ? 0 : 1;
    }

    /// <summary>One member of the quality team before one size of table.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly LoadDatabase _database;
        private readonly AppProcess _app;
        private readonly Browser _browser;
        private readonly StepTimes _times = new();
        private readonly IReadOnlyList<Guid> _unread;

        private Reader(int responses, LoadDatabase database, AppProcess app, IReadOnlyList<Guid> unread)
        {
            (Responses, _database, _app, _unread) = (responses, database, app, unread);
            _browser = new Browser(app.Address);
            _browser.Become(1);
        }

        public int Responses { get; }

        public IReadOnlyList<StepFigures> Figures => StepTimes.Of([_times]);

        public static Reader Start(PublishedApp published, Provider provider, int responses, Scratch scratch)
        {
            var database = LoadDatabase.Create(provider, scratch);
            AppProcess.Migrate(published, database);
            AppProcess.LoadDemonstration(published, database, responses);
            IReadOnlyList<Guid> unread;
            using (var db = database.Open()) unread = Leave(db, Waiting);
            var app = AppProcess.Start(published, database, scratch.PathOf($"log-{responses}"), ("Staff__RequireSecondFactor", "false"));
            app.WaitFor("/");
            return new Reader(responses, database, app, unread);
        }

        /// <param name="round">Below 0 nothing is measured.</param>
        public void Read(int round)
        {
            Open("queue", "/collation", round);
            Open("reading", $"/collation/{_unread[(round + WarmUpRounds) % _unread.Count]}", round);
        }

        public void Dispose()
        {
            _browser.Dispose();
            _app.Dispose();
            _database.Dispose();
        }

        // The same number waits, whatever the size: what is compared is the table, not the work that is left.
        private static List<Guid> Leave(PracticeDbContext db, int count)
        {
            var today = DateOnly.FromDateTime(DateTime.UtcNow);
            db.SurveyResponses.Where(r => r.State == ResponseState.New && !(r is NamedResponse)).ExecuteUpdate(set => set.SetProperty(r => r.State, ResponseState.Read).SetProperty(r => r.ReadBy, (DateOnly?)null));
            db.SurveyResponses.Where(r => r.State == ResponseState.New).ExecuteUpdate(set => set.SetProperty(r => r.State, ResponseState.Read));
            var unread = db.SurveyResponses.Where(r => r.State == ResponseState.Read).OrderBy(r => r.Id).Take(count).Select(r => r.Id).ToList();
            db.SurveyResponses.Where(r => unread.Contains(r.Id)).ExecuteUpdate(set => set.SetProperty(r => r.State, ResponseState.New).SetProperty(r => r.ReadBy, today));
            db.Database.ExecuteSqlRaw(db.Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal) ? "VACUUM ANALYZE" : "ANALYZE");
            return unread;
        }

        public void SignIn()
        {
            var (form, body) = (new HtmlForm(), new FormBody());
            _browser.Open("/staff/sign-in");
            HtmlPage.MainForm(_browser.Page, form);
            foreach (var field in form.Fields)
            {
                body.Add(field.Name, field.Name switch
                {
                    "Email" => "qa@demo.example",
                    "Password" => DemonstrationOptions.DefaultPassword,
                    _ => field.Value,
                });
            }

            _browser.Submit(_browser.Path, body);
            if (_browser.Path != "/staff") throw new LoadTestException($"The reader could not sign in: {_browser.Path}");
        }

        private void Open(string step, string path, int round)
        {
            var started = Stopwatch.GetTimestamp();
            _browser.Open(path);
            if (round >= 0) _times.Add(step, Stopwatch.GetElapsedTime(started));
        }
    }
}
