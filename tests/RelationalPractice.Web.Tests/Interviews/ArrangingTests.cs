using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Interviews;

/// <summary>The quality team finds the worker, books, moves, cancels; the family's own worker is never offered.</summary>
public abstract class ArrangingTests(StaffSite site)
{
    [Fact]
    public async Task Ask_ByTelephone_IsKeptSealedAndAudited()
    {
        var browser = await SignInAsync();
        await browser.GetAsync("/interviews/ask");

        var page = await browser.SubmitAsync(
            "Save the wish", ("Audience", "parent-carer"), ("Name", "<b>Zuleika</b> Ōmori"), ("Contact", "(0)7700-900 222"), ("Way", "Telephone"), ("WantsGender", "Woman"));

        page.Path.ShouldStartWith("/interviews/wishes/");
        page.Text.ShouldContain("<b>Zuleika</b> Ōmori");
        var id = Guid.Parse(page.Path.Split('/')[3]);
        (await site.AuditedAsync(AuditEventKind.InterviewAsked, id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.InterviewRequestOpened, id)).ShouldBe(1);
        (await site.Database.RowsAsync())["interview_requests"].ShouldNotContain(row => row.Contains("Zuleika"));
    }

    [Fact]
    public async Task Ask_NothingFilledIn_SaysWhatIsMissing()
    {
        var browser = await SignInAsync();
        await browser.GetAsync("/interviews/ask");

        var page = await browser.SubmitAsync("Save the wish", ("Name", "Kept"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Choose who the interview is for", "Give a telephone number or an e-mail address", "Choose how to talk"]);
        page.Document.QuerySelector("#Name")!.GetAttribute("value").ShouldBe("Kept");
    }

    [Fact]
    public async Task Book_BeforeTheWorkerWasLookedFor_AsksForThatFirst()
    {
        var (wish, _) = await site.WishAsync(lookedFor: false);

        (await (await SignInAsync()).GetAsync($"/interviews/wishes/{wish.Id}/book")).Path.ShouldBe($"/interviews/wishes/{wish.Id}/worker");
    }

    [Fact]
    public async Task Worker_Found_NeitherTheyNorTheirManagerAreOffered()
    {
        var theirs = await site.InterviewerAsync(also: Role.Worker);
        var manager = await site.InterviewerAsync(also: Role.Manager);
        var stranger = await site.InterviewerAsync();
        var team = new Team { Id = Guid.NewGuid(), Name = "Alder team", ServiceAreaId = SampleAuthority.AreaId };
        var name = $"Ottoline Prendergast{Guid.NewGuid():N}"[..30];
        await site.SaveAsync(
            team, new Worker { Id = Guid.NewGuid(), Name = name, TeamId = team.Id, StaffMemberId = theirs.Id },
            new TeamManager { TeamId = team.Id, StaffMemberId = manager.Id });
        var (no, neither, yes) = (await site.OfferAsync(theirs), await site.OfferAsync(manager), await site.OfferAsync(stranger));
        var (wish, _) = await site.WishAsync(name, lookedFor: false);
        var browser = await SignInAsync();
        await browser.GetAsync($"/interviews/wishes/{wish.Id}/worker");
        var choice = browser.Page.Document.QuerySelector("input[name=Choice]")!.GetAttribute("value");

        await browser.SubmitAsync("Save", ("Choice", choice));
        var offered = Arranged.Offered(await browser.FollowAsync("Book a time"));

        offered.ShouldContain(yes.Id.ToString());
        offered.ShouldNotContain(no.Id.ToString());
        offered.ShouldNotContain(neither.Id.ToString());
        (await site.AuditedAsync(AuditEventKind.InterviewWorkerFound, wish.Id)).ShouldBe(1);
        var forged = await browser.ForgeAsync("Book it", ("SlotId", no.Id.ToString()), ("Tell", "no"));
        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await BookedAsync(wish)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Worker_NotKnown_EverybodyWhomTheNameMayMeanIsLeftOut()
    {
        var maybe = await site.InterviewerAsync(also: Role.Worker);
        var unique = $"Xanthippe{Guid.NewGuid():N}"[..20];
        await site.WorkerAsync($"{unique} Moss", maybe.Id);
        var slot = await site.OfferAsync(maybe);
        var (wish, _) = await site.WishAsync(unique);

        Arranged.Offered(await (await SignInAsync()).GetAsync($"/interviews/wishes/{wish.Id}/book")).ShouldNotContain(slot.Id.ToString());
    }

    [Fact]
    public async Task Book_WorkerOfAFamilyWithTheSameContact_IsNotOffered()
    {
        var theirs = await site.InterviewerAsync(also: Role.Worker);
        var worker = await site.WorkerAsync("Somebody Unnamed", theirs.Id);
        var slot = await site.OfferAsync(theirs);
        var number = TelephoneNumber.Parse("07700 900777")!;
        var key = await site.KeyAsync();
        var person = new ContactPerson { Id = Guid.NewGuid(), Name = new ProtectedText([1]), NameHash = key.HashOfName("x"), MobileHash = key.HashOf(number), Mobile = new ProtectedText([2]) };
        var family = new RelationalPractice.Invitations.Family { Id = Guid.NewGuid(), WorkerId = worker.Id, StartedOn = new DateOnly(2030, 1, 1) };
        family.Add(new FamilyMember { FamilyId = family.Id, PersonId = person.Id, Role = FamilyRole.Parent });
        await site.SaveAsync(person, family);
        var (theirWish, _) = await site.WishAsync(contact: "+44 7700 900 777");
        var (another, _) = await site.WishAsync(contact: "07700 900778");
        var browser = await SignInAsync();

        Arranged.Offered(await browser.GetAsync($"/interviews/wishes/{theirWish.Id}/book")).ShouldNotContain(slot.Id.ToString());
        Arranged.Offered(await browser.GetAsync($"/interviews/wishes/{another.Id}/book")).ShouldContain(slot.Id.ToString());
    }

    [Fact]
    public async Task Database_InterviewByTheirWorker_IsRefused()
    {
        var theirs = await site.InterviewerAsync(also: Role.Worker);
        var slot = await site.OfferAsync(theirs);
        var (wish, _) = await site.WishAsync(workerStaffId: theirs.Id);

        var refusal = await Should.ThrowAsync<DbUpdateException>(() => site.BookAsync(wish, slot));

        refusal.InnerException!.Message.ShouldContain("ck_interviews_not_their_worker");
    }

    [Theory]
    [InlineData(InterviewerKind.Practitioner, null)]
    [InlineData(null, InterviewerGender.Man)]
    public async Task Book_TheyWantAnotherKindOrGender_IsNotOffered(InterviewerKind? kind, InterviewerGender? gender)
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync());
        var fitting = await site.OfferAsync(await site.InterviewerAsync(InterviewerKind.Practitioner, InterviewerGender.Man));
        var past = await site.OfferAsync(await site.InterviewerAsync(InterviewerKind.Practitioner, InterviewerGender.Man), daysAhead: -1);
        var (wish, _) = await site.WishAsync(kind: kind, gender: gender);

        var offered = Arranged.Offered(await (await SignInAsync()).GetAsync($"/interviews/wishes/{wish.Id}/book"));

        offered.ShouldContain(fitting.Id.ToString());
        offered.ShouldNotContain(slot.Id.ToString());
        offered.ShouldNotContain(past.Id.ToString());
    }

    [Fact]
    public async Task Book_TellThem_MakesConfirmationAndReminderThatSayNothing()
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync(), daysAhead: 6, hour: 11);
        var (wish, _) = await site.WishAsync();

        var page = await BookAsync(await SignInAsync(), wish, slot);

        page.Text.ShouldContain("Monday 20 January 2031 at 11:00");
        var interview = (await BookedAsync(wish)).ShouldHaveSingleItem();
        var messages = await MessagesAsync(interview.Id);
        messages.Select(m => m.Kind).ShouldBe([OutgoingMessageKind.InterviewBooked, OutgoingMessageKind.InterviewReminder]);
        messages[0].NextTryAtUtc.ShouldBe(site.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(1));
        // Monday's reminder goes out on Friday: nobody is texted on a Sunday.
        messages[1].NextTryAtUtc.ShouldBe(new DateTime(2031, 1, 17, 9, 0, 0, DateTimeKind.Utc));
        messages.ShouldAllBe(m => m.ExpiresAtUtc == slot.StartsAtUtc && m.Body.Contains(OutgoingMessage.LinkPlace));
        messages.ShouldAllBe(m => !m.Body.Contains("social", StringComparison.OrdinalIgnoreCase) && !m.Body.Contains("council", StringComparison.OrdinalIgnoreCase) && !m.Body.Contains("interview", StringComparison.OrdinalIgnoreCase));
        (await site.AuditedAsync(AuditEventKind.InterviewBooked, interview.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("no", Arranged.Mobile)]
    [InlineData(null, "01632 960 777")]
    public async Task Book_TheyAreRung_MakesNoMessage(string? tell, string contact)
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync(), daysAhead: 5);
        var (wish, _) = await site.WishAsync(contact: contact);

        await BookAsync(await SignInAsync(), wish, slot, tell);

        (await MessagesAsync((await BookedAsync(wish)).Single().Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Book_TwoFamiliesTheSameTimeAtOnce_OneHasItAndTheOtherIsTold()
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync());
        var (first, _) = await site.WishAsync();
        var (second, _) = await site.WishAsync();
        var (one, other) = (await SignInAsync(), await SignInAsync());
        var (formOne, formOther) = (await one.GetAsync($"/interviews/wishes/{first.Id}/book"), await other.GetAsync($"/interviews/wishes/{second.Id}/book"));

        var pages = await Task.WhenAll(
            one.SubmitAsync(formOne, "Book it", ("SlotId", slot.Id.ToString()), ("Tell", "yes")),
            other.SubmitAsync(formOther, "Book it", ("SlotId", slot.Id.ToString()), ("Tell", "yes")));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Single(page => page.Status == HttpStatusCode.BadRequest).Errors.ShouldBe(["Somebody else has just taken that time. Choose another"]);
        (await site.InDatabaseAsync(db => db.Interviews.CountAsync(i => i.SlotId == slot.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Book_TwoColleaguesTheSameFamily_TheSecondSeesHowItStands()
    {
        var interviewer = await site.InterviewerAsync();
        var (morning, evening) = (await site.OfferAsync(interviewer, hour: 9), await site.OfferAsync(interviewer, hour: 18));
        var (wish, _) = await site.WishAsync();
        var (one, other) = (await SignInAsync(), await SignInAsync());
        var form = await other.GetAsync($"/interviews/wishes/{wish.Id}/book");
        await BookAsync(one, wish, morning);

        var page = await other.SubmitAsync(form, "Book it", ("SlotId", evening.Id.ToString()), ("Tell", "yes"));

        page.Path.ShouldStartWith($"/interviews/wishes/{wish.Id}");
        page.Text.ShouldContain("at 09:00");
        (await BookedAsync(wish)).ShouldHaveSingleItem().SlotId.ShouldBe(morning.Id);
    }

    [Fact]
    public async Task Move_Told_CancelsTheOldReminderAndTellsTheNewTime()
    {
        var interviewer = await site.InterviewerAsync();
        var (from, to) = (await site.OfferAsync(interviewer, daysAhead: 6), await site.OfferAsync(interviewer, daysAhead: 8));
        var (wish, _) = await site.WishAsync();
        var browser = await SignInAsync();
        await BookAsync(browser, wish, from);
        var before = (await BookedAsync(wish)).Single();

        await browser.FollowAsync("Move it");
        var page = await browser.SubmitAsync("Move it", ("SlotId", to.Id.ToString()));

        page.Text.ShouldContain("Wednesday 22 January 2031 at 14:00");
        var after = (await BookedAsync(wish)).ShouldHaveSingleItem();
        after.SlotId.ShouldBe(to.Id);
        (await MessagesAsync(before.Id)).ShouldAllBe(m => m.State == OutgoingMessageState.Cancelled);
        (await MessagesAsync(after.Id)).Count(m => m.State == OutgoingMessageState.Waiting).ShouldBe(2);
        (await site.AuditedAsync(AuditEventKind.InterviewMoved, after.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_TheyWantAnother_WaitsAgainWithAllTheySaid()
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync(), daysAhead: 5);
        var (wish, _) = await site.WishAsync(name: "Wilhelmina");
        var browser = await SignInAsync();
        await BookAsync(browser, wish, slot);
        var interview = (await BookedAsync(wish)).Single();

        await browser.FollowAsync("Cancel it");
        (await browser.SubmitAsync("Cancel it")).Errors.ShouldBe(["Say why", "Choose whether they still want an interview"]);
        var page = await browser.SubmitAsync("Cancel it", ("Reason", "The interviewer is ill"), ("Next", "again"));

        page.Text.ShouldContain("Wilhelmina");
        (await StateAsync(wish)).ShouldBe(InterviewRequestState.Asked);
        (await MessagesAsync(interview.Id)).Single(m => m.State == OutgoingMessageState.Waiting).Kind.ShouldBe(OutgoingMessageKind.InterviewCancelled);
        (await site.AuditedAsync(AuditEventKind.InterviewCancelled, interview.Id)).ShouldBe(1);
        Arranged.Offered(await browser.GetAsync($"/interviews/wishes/{wish.Id}/book")).ShouldContain(slot.Id.ToString());
    }

    [Fact]
    public async Task NotCome_ItIsOver_ForgetsWhoTheyAre()
    {
        var slot = await site.OfferAsync(await site.InterviewerAsync(), daysAhead: 0, hour: 9);
        var (wish, _) = await site.WishAsync();
        var interview = await site.BookAsync(wish, slot);
        var browser = await SignInAsync();
        await browser.GetAsync($"/interviews/wishes/{wish.Id}/not-come");

        var page = await browser.SubmitAsync("Nobody came", ("Next", "over"));

        page.Path.ShouldBe("/interviews");
        (await browser.GetAsync($"/interviews/wishes/{wish.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var kept = await site.InDatabaseAsync(db => db.InterviewRequests.AsNoTracking().SingleAsync(r => r.Id == wish.Id));
        (kept.State, kept.Name, kept.Contact).ShouldBe((InterviewRequestState.Cancelled, null, null));
        (await site.AuditedAsync(AuditEventKind.InterviewNotCome, interview.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task NotCome_BeforeTheTime_IsNotOffered()
    {
        var (wish, _) = await site.WishAsync();
        await site.BookAsync(wish, await site.OfferAsync(await site.InterviewerAsync()));

        (await (await SignInAsync()).GetAsync($"/interviews/wishes/{wish.Id}/not-come")).Path.ShouldBe($"/interviews/wishes/{wish.Id}");
    }

    private Task<PageClient> SignInAsync() => site.SignInAsync(Role.QualityAssurance);

    private static async Task<Page> BookAsync(PageClient browser, InterviewRequest wish, InterviewSlot slot, string? tell = "yes")
    {
        await browser.GetAsync($"/interviews/wishes/{wish.Id}/book");
        return tell is null
            ? await browser.SubmitAsync("Book it", ("SlotId", slot.Id.ToString()))
            : await browser.SubmitAsync("Book it", ("SlotId", slot.Id.ToString()), ("Tell", tell));
    }

    private Task<List<Interview>> BookedAsync(InterviewRequest wish) =>
        site.InDatabaseAsync(db => db.Interviews.AsNoTracking().Where(i => i.RequestId == wish.Id && i.State == InterviewState.Booked).ToListAsync());

    private Task<List<OutgoingMessage>> MessagesAsync(Guid interviewId) =>
        site.InDatabaseAsync(db => db.OutgoingMessages.AsNoTracking().Where(m => m.AboutId == interviewId).OrderBy(m => m.Kind).ToListAsync());

    private Task<InterviewRequestState> StateAsync(InterviewRequest wish) =>
        site.InDatabaseAsync(db => db.InterviewRequests.Where(r => r.Id == wish.Id).Select(r => r.State).SingleAsync());

    public sealed class OnSqlite(SqliteSite site) : ArrangingTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ArrangingTests(site), IClassFixture<PostgreSqlSite>;
}
