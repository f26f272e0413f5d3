using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Collation;

public abstract class WordsTests(StaffSite site) : IAsyncLifetime
{
    private static readonly string Question = Responses.ParentCarer.Questions.OfType<TextQuestion>().First().Key;
    private static readonly int Number = Responses.ParentCarer.Questions.OfType<TextQuestion>().First().Number;

    [Fact]
    public async Task Get_NewAuthority_HasTheListThatShips()
    {
        var page = await (await SignInAsync()).GetAsync("/collation/words");

        page.Document.QuerySelectorAll(".practice-words li span[dir]").Select(word => word.TextContent).ShouldBe(TriageSeeds.Words, ignoreOrder: true);
    }

    [Fact]
    public async Task Add_Word_RaisesWhatIsUnreadAndNothingElse()
    {
        var found = await site.ReceiveAnonymousAsync(answers: (Question, AnswerValue.OfText("He keeps Crossbows in the shed.")));
        var other = await site.ReceiveAnonymousAsync(answers: (Question, AnswerValue.OfText("She is kind.")));
        var read = await site.ReceiveAnonymousAsync(answers: (Question, AnswerValue.OfText("a crossbow")));
        await MarkReadAsync(read.Id);

        var page = await AddAsync("  CrossBow ");

        page.Text.ShouldContain("The list has changed. 1 unread response has moved in the queue.");
        (await RaisedAsync()).ShouldBe([found.Id]);
        var word = await site.InDatabaseAsync(db => db.TriageWords.SingleAsync(w => w.Text == "crossbow"));
        var audited = await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.SubjectId == word.Id));
        (audited.Kind, audited.Reason).ShouldBe((AuditEventKind.TriageWordAdded, "crossbow"));
        var browser = await SignInAsync();
        (await browser.GetAsync("/collation")).Document.QuerySelector(".practice-table__note")!.TextContent.ShouldBe($"“crossbow” in question {Number}");
        (await browser.GetAsync($"/collation/{found.Id}")).Text.ShouldContain($"They wrote “Crossbows” in question {Number}; “crossbow” is on the list.");
        other.Raised.ShouldBeFalse();
    }

    [Fact]
    public async Task Remove_Word_TakesBackWhatOnlyItRaised()
    {
        await AddAsync("crossbow");
        var (dial, _) = Dial();
        var words = await site.ReceiveAnonymousAsync(raised: true, answers: (Question, AnswerValue.OfText("a crossbow")));
        var low = await site.ReceiveAnonymousAsync(raised: true, audience: Audience.YoungPerson, answers: (dial, AnswerValue.OfScore(1)));
        var browser = await SignInAsync();
        await browser.GetAsync("/collation/words");
        await browser.FollowAsync("Remove “crossbow”");

        var page = await browser.SubmitAsync("Take it off the list");

        page.Text.ShouldContain("1 unread response has moved");
        page.Document.QuerySelectorAll(".practice-words li").Length.ShouldBe(TriageSeeds.Words.Count);
        (await RaisedAsync()).ShouldBe([low.Id]);
        words.Id.ShouldNotBe(low.Id);
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == AuditEventKind.TriageWordRemoved && e.Reason == "crossbow"))).ShouldBe(1);
    }

    [Fact]
    public async Task Remove_Twice_SaysThatItIsNotOnTheList()
    {
        var word = await site.InDatabaseAsync(db => db.TriageWords.FirstAsync());
        var browser = await SignInAsync();
        var opened = await browser.GetAsync($"/collation/words/{word.Id}/remove");

        await browser.SubmitAsync(opened, "Take it off the list");
        var page = await browser.SubmitAsync(opened, "Take it off the list");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("That word is not on the list");
        (await browser.GetAsync($"/collation/words/{word.Id}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.AuditedAsync(AuditEventKind.TriageWordRemoved, word.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Write a word or a phrase")]
    [InlineData("of", "A word or phrase must have 3 letters or more")]
    [InlineData("!! … 👍", "A word or phrase must have 3 letters or more")]
    [InlineData("  SELF   Harm ", "“self harm” is on the list already")]
    public async Task Add_WhatIsNoNewWord_SaysSoBesideIt(string typed, string message)
    {
        var page = await AddAsync(typed);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([message]);
        (page.Document.QuerySelector("#Word")!.GetAttribute("value") ?? "").ShouldBe(TriageWord.Clean(typed));
    }

    [Fact]
    public async Task Add_LengthAtAndOverItsLimit_IsKeptAndRefused()
    {
        var longest = new string('x', TriageWord.TextMaxLength);

        (await AddAsync(longest)).Text.ShouldContain(longest);
        (await AddAsync(longest + "y")).Errors.ShouldBe([$"A word or phrase must be {TriageWord.TextMaxLength} characters or fewer"]);
    }

    [Fact]
    public async Task Add_ListThatIsFull_IsRefused()
    {
        var room = TriageWord.ListMax - TriageSeeds.Words.Count;
        await site.SaveAsync([.. Enumerable.Range(0, room).Select(number => new TriageWord { Id = Guid.NewGuid(), Text = $"word{number}" })]);

        (await AddAsync("crossbow")).Errors.ShouldBe([$"The list has {TriageWord.ListMax} words already. Remove one first"]);
    }

    [Fact]
    public async Task Add_SameWordByTwoAtOnce_IsAddedOnce()
    {
        var browser = await SignInAsync();
        var opened = await browser.GetAsync("/collation/words");
        var tabs = Enumerable.Range(0, 4).Select(_ => browser.NewTab()).ToList();

        var pages = await Task.WhenAll(tabs.Select(tab => tab.SubmitAsync(opened, "Add it", ("Word", "crossbow"))));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Where(page => page.Status != HttpStatusCode.OK).ShouldAllBe(page => page.Errors.Single() == "“crossbow” is on the list already");
        (await site.InDatabaseAsync(db => db.AuditEvents.CountAsync(e => e.Kind == AuditEventKind.TriageWordAdded))).ShouldBe(1);
    }

    [Fact]
    public async Task Add_Markup_IsShownAsText()
    {
        var page = await AddAsync("<script>alert(1)</script>");

        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
        page.Text.ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public async Task Migrate_ListThatWasEmptiedByHand_StaysEmpty()
    {
        await site.InDatabaseAsync(async db =>
        {
            await db.TriageWords.ExecuteDeleteAsync();
            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.TriageWordRemoved, new ChangeContext(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime, "gun"), Guid.NewGuid()));
            return await db.SaveChangesAsync();
        });

        await DatabaseHosting.MigrateAsync(site.Services);

        (await site.InDatabaseAsync(db => db.TriageWords.CountAsync())).ShouldBe(0);
        (await (await SignInAsync()).GetAsync("/collation/words")).Text.ShouldContain("There are no words on the list.");
    }

    [Fact]
    public async Task Send_ListedWord_RaisesTheResponseAtOnce()
    {
        await new Family(site.Browser()).GiveAsync(Tier.Anonymous, (Question, "He keeps a crossbow."));
        (await RaisedAsync()).ShouldBeEmpty();
        await AddAsync("arrow");

        await new Family(site.Browser()).GiveAsync(Tier.Named, (Question, "She is skilled, and straight as an arrow."));
        await new Family(site.Browser()).GiveAsync(Tier.WorkerOnly, (Question, "He HITS me."));

        (await RaisedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Schedule_SentByAnOlderList_IsWeighedAgain()
    {
        var missed = await site.ReceiveAnonymousAsync(answers: (Question, AnswerValue.OfText("He has a knife.")));
        var known = await site.ReceiveAnonymousAsync(raised: true, answers: (Question, AnswerValue.OfText("She is kind.")));

        site.Clock.Advance(Schedule.Interval);

        await Eventually.TrueAsync(async () => (await RaisedAsync()).SequenceEqual([missed.Id]), "weighed again");
        known.Id.ShouldNotBe(missed.Id);
    }

    [Fact]
    public async Task WeighAgain_MoreThanOneBatch_ReachesAll()
    {
        const int Many = 450;
        await site.InDatabaseAsync(async db =>
        {
            var questionnaire = await db.Questionnaires.Where(q => q.Audience == Audience.ParentCarer && q.Current).Select(q => q.Id).SingleAsync();
            for (var count = 0; count < Many; count++)
            {
                var response = new AnonymousResponse
                {
                    Id = Guid.NewGuid(),
                    QuestionnaireId = questionnaire,
                    ReceivedMonth = Month.Of(site.Today()),
                    ReadBy = site.Today(),
                    ReceiptHash = new Chance().Bytes(32),
                };
                response.Add(Question, AnswerValue.OfText(count % 2 == 0 ? "He has a knife" : "She is kind"));
                db.Add(response);
            }

            return await db.SaveChangesAsync();
        });

        await using var scope = site.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TriageList>().WeighAgainAsync(default)).ShouldBe(Many / 2);

        (await RaisedAsync()).Count.ShouldBe(Many / 2);
    }

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    private static (string Key, string Sentence) Dial()
    {
        var dials = SurveySeeds.Questionnaire(Audience.YoungPerson).Questions.OfType<DialGroupQuestion>().Single();
        var item = dials.Items.Single(i => i.HelpWhenAtMost is not null);
        return (item.Key, dials.Sentence(item));
    }

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private async Task<Page> AddAsync(string word)
    {
        var browser = await SignInAsync();
        await browser.GetAsync("/collation/words");
        return await browser.SubmitAsync("Add it", ("Word", word));
    }

    private Task<List<Guid>> RaisedAsync() => site.InDatabaseAsync(db => db.SurveyResponses.Where(r => r.Raised).Select(r => r.Id).ToListAsync());

    private Task MarkReadAsync(Guid id) => site.InDatabaseAsync(async db =>
    {
        (await db.SurveyResponses.FindAsync(id))!.MarkRead(new(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });

    // The list is one for the whole database, so each test has a database of its own.
    public sealed class OnSqlite() : WordsTests(new SqliteSite());

    public sealed class OnPostgreSql() : WordsTests(new PostgreSqlSite());
}
