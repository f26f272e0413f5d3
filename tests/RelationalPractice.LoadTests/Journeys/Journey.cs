using System.Diagnostics;
using RelationalPractice.LoadTests.Http;

namespace RelationalPractice.LoadTests.Journeys;

/// <param name="Answers">How many answers were given.</param>
internal sealed record SentJourney(int Number, string Code, int Answers);

/// <summary>
/// Plays one family from the first page to the receipt code. It knows no list of steps: it does what each page asks for, so it
/// goes on working when a questionnaire changes, and stops when a page leads nowhere.
/// </summary>
internal sealed class Journey(Browser browser, FamilyRecord record, bool withAssets)
{
    private const string FirstPage = "/";
    private const string SendingPage = "/feedback/check";
    private const string SentPage = "/feedback/sent";
    private const int MaxSteps = 60;

    private readonly HtmlForm _form = new();
    private readonly FormBody _body = new();

    public void Play(int number)
    {
        var answers = new JourneyAnswers(number);
        var given = 0;
        var sending = false;
        browser.Become(number);
        try
        {
            Step("first page", () => browser.Open(FirstPage));
            for (var steps = 0; browser.Path != SentPage; steps++)
            {
                var page = HtmlPage.Kind(browser.Path);
                if (steps == MaxSteps) throw new JourneyException($"no end of steps at {page}");

                if (HtmlPage.MainForm(browser.Page, _form))
                {
                    given += answers.Fill(_form, _body);
                    sending = page == SendingPage;
                    Step(NameOf(page), () => browser.Submit(_form.Action ?? browser.Path, _body));
                }
                else
                {
                    var link = HtmlPage.ButtonLink(browser.Page) ?? throw new JourneyException($"nowhere to go on at {page}");
                    Step(NameOf(page), () => browser.Open(link));
                }
            }

            var code = HtmlPage.ReceiptCode(browser.Page) ?? throw new JourneyException("no receipt code");
            record.Sent(new SentJourney(number, code, given));
        }
        catch (JourneyException stopped)
        {
            record.Stopped(number, stopped.Message, sending);
        }
    }

    /// <summary>A step is what a family waits for: from the press of a button until the next page is there, redirects included.</summary>
    private void Step(string name, Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        record.Step(name, Stopwatch.GetElapsedTime(start));
        if (withAssets) browser.FetchAssets();
    }

    private static string NameOf(string page) => page == FirstPage ? "start" : page[(page.LastIndexOf('/') + 1)..];
}
