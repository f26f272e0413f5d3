using AngleSharp.Dom;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Html;

namespace RelationalPractice.Testing.Families;

/// <summary>Somebody who gives feedback, page by page, in a browser without scripting.</summary>
public sealed class Family(PageClient browser)
{
    public const string StartParent = "A parent, carer, relative or friend";
    public const string StartYoung = "A child or young person, 8 to 17";
    public const string Continue = "Continue";
    public const string Send = "Send my answers";

    private static readonly Questionnaire Parents = SurveySeeds.Questionnaire(Audience.ParentCarer);

    public PageClient Browser => browser;

    public Page Page => browser.Page;

    /// <summary>Opens an address, says who answers and goes on to the first question: how to be known.</summary>
    public async Task<Page> StartAsync(Audience audience = Audience.ParentCarer, string at = "/")
    {
        await browser.GetAsync(at);
        var asked = Page.Document.QuerySelectorAll("button[name=audience]").Length > 1;
        await browser.SubmitAsync(!asked ? "Start" : audience == Audience.ParentCarer ? StartParent : StartYoung);
        return await browser.FollowAsync(Continue);
    }

    public Task<Page> ChooseAsync(Tier tier) => browser.SubmitAsync(Continue, ("tier", TierSlug.Of(tier)));

    /// <summary>Fills in the fields of the page shown, and goes on.</summary>
    public Task<Page> AnswerAsync(params (string Field, string? Value)[] values) => browser.SubmitAsync(Continue, values);

    /// <summary>From "how" to the check page; every other question on the way stays empty.</summary>
    public async Task<Page> ReachCheckAsync(Tier tier, params (string Field, string Value)[] answers)
    {
        await ChooseAsync(tier);
        return await GoOnToCheckAsync(answers);
    }

    /// <summary>Goes on to the check page, filling in each of the answers on the page that asks for it.</summary>
    public async Task<Page> GoOnToCheckAsync(params (string Field, string Value)[] answers)
    {
        var left = answers.ToList();
        while (Page.Path != "/feedback/check")
        {
            if (Page.Path.StartsWith("/feedback/support/", StringComparison.Ordinal))
            {
                await browser.FollowAsync("Go on with the questions");
                continue;
            }

            var before = Page.Path;
            var here = left.Where(answer => Page.Document.QuerySelector($"form [name='{answer.Field}']") is not null).ToList();
            left.RemoveAll(here.Contains);
            await AnswerAsync([.. here.Select(answer => (answer.Field, (string?)answer.Value))]);
            if (Page.Path == before)
            {
                throw new InvalidOperationException($"{before} does not let go on: {string.Join("; ", Page.Errors)}");
            }
        }

        return left.Count == 0 ? Page : throw new InvalidOperationException($"No page asked for {string.Join(", ", left.Select(answer => answer.Field))}.");
    }

    /// <summary>Presses "Send my answers" on the check page.</summary>
    /// <returns>The code, as the page shows it.</returns>
    public async Task<string> SendAsync()
    {
        await browser.SubmitAsync(Send);
        return CodeOn(Page);
    }

    /// <summary>The whole way of a parent to the code, for tests of what comes after: the pages on the way are posted, not looked at.</summary>
    public async Task<string> GiveAsync(Tier tier, params (string Field, string Value)[] answers)
    {
        await StartAsync();
        var token = Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await PostAsync("/feedback/how", token, ("tier", TierSlug.Of(tier)));
        if (tier != Tier.Anonymous)
        {
            await PostAsync("/feedback/who", token, answers);
        }

        foreach (var question in Parents.Questions)
        {
            await PostAsync($"/feedback/question/{question.Key}", token, [.. answers.Where(answer => question.ItemKeys.Contains(answer.Field))]);
        }

        await browser.GetAsync("/feedback/check");
        return await SendAsync();
    }

    private async Task PostAsync(string path, string token, params (string Field, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value))]),
        };
        using var response = await browser.SendAsync(request);
        if ((int)response.StatusCode != 302)
        {
            throw new InvalidOperationException($"{path} does not let go on: {(int)response.StatusCode}");
        }
    }

    public static string CodeOn(Page page) =>
        page.Document.QuerySelector(".practice-code__digits") is { } digits
            ? string.Join(' ', digits.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : throw new InvalidOperationException($"There is no code on {page.Path} ({(int)page.Status}): {page.Text}");
}
