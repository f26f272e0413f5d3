using System.Net;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Pages.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class IndexTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    [Fact]
    public async Task Get_NothingHappened_SaysWhatWillAppear()
    {
        var page = await (await SignInAsync()).GetAsync(MessagingLinks.List());

        page.Text.ShouldContain("No message has been given up.");
        (await (await SignInAsync()).GetAsync("/staff")).Text.ShouldNotContain("Messages to families");
    }

    [Fact]
    public async Task Get_GivenUp_SaysToWhomAndWhyInWords()
    {
        Notify.Answer = _ => NotifyAnswer.BadRequest;
        await InviteAsync(await PersonAsync(change: p => p.Name = Protector.Protect("<b>Krystal</b> עדי")!));
        await ToContactAsync("the school office");
        await SendDueAsync();
        Notify.Answer = _ => NotifyAnswer.ServerError;
        await InviteAsync(await PersonAsync("07700 900002", change: p => p.PausedUntil = new DateOnly(2032, 1, 1)));
        await InviteAsync(await PersonAsync("07700 900003"));
        await SendDueAsync();
        var browser = await SignInAsync();

        var page = await browser.GetAsync(MessagingLinks.List());

        page.Document.QuerySelectorAll("main b").ShouldBeEmpty();
        page.Text.ShouldContain("<b>Krystal</b> עדי");
        page.Text.ShouldContain("The sender does not take this number or address");
        page.Text.ShouldContain("No mobile number or e-mail address in what we have");
        page.Text.ShouldContain("Messages to them are paused");
        page.Text.ShouldContain("The sender had trouble");
        page.Text.ShouldNotContain("900123");
        page.Text.ShouldNotContain("school");
        (await browser.GetAsync("/staff")).Text.ShouldContain("2 messages could not be sent. We have given up trying.");
    }

    [Fact]
    public async Task TryAgain_GivenUp_GoesOutAndIsAudited()
    {
        var message = await GivenUpAsync();
        var browser = await SignInAsync();
        await browser.GetAsync(MessagingLinks.TryAgain(message.Id));

        var page = await browser.SubmitAsync("Try it again");

        page.Path.ShouldBe(MessagingLinks.List());
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Waiting, null));
        (await Site.AuditedAsync(AuditEventKind.MessageTriedAgain, message.Id)).ShouldBe(1);
        Notify.Answer = _ => NotifyAnswer.Created;
        await SendDueAsync();
        Notify.AskedFor.ShouldContain(message.Id.ToString());
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
    }

    [Fact]
    public async Task TryAgain_OptedOutSince_IsStillNotSent()
    {
        var message = await GivenUpAsync();
        await Site.SaveAsync(new OptOut { ContactHash = Key.HashOf(TelephoneNumber.Parse(Mobile)!), Since = new DateOnly(2031, 1, 14), By = OptOutBy.Staff });
        var browser = await SignInAsync();
        await browser.GetAsync(MessagingLinks.TryAgain(message.Id));
        await browser.SubmitAsync("Try it again");
        Notify.Answer = _ => NotifyAnswer.Created;

        await SendDueAsync();

        Notify.Taken.ShouldBeEmpty();
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.OptedOut));
    }

    [Fact]
    public async Task TryAgain_ByTwoAtOnce_IsTriedOnceAndTheOtherIsTold()
    {
        var message = await GivenUpAsync();
        var browser = await SignInAsync();
        var opened = await browser.GetAsync(MessagingLinks.TryAgain(message.Id));
        var tabs = Enumerable.Range(0, 4).Select(_ => browser.NewTab()).ToList();

        var pages = await Task.WhenAll(tabs.Select(tab => tab.SubmitAsync(opened, "Try it again")));

        pages.Count(page => page.Status == HttpStatusCode.OK).ShouldBe(1);
        pages.Where(page => page.Status != HttpStatusCode.OK).ShouldAllBe(page => page.Status == HttpStatusCode.NotFound && page.Heading == MessagingLinks.Missing.Heading);
        (await Site.AuditedAsync(AuditEventKind.MessageTriedAgain, message.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task TryAgain_SentOrUnknown_IsNotThere()
    {
        var message = await ToContactAsync(Mobile);
        await SendDueAsync();
        var browser = await SignInAsync();

        (await browser.GetAsync(MessagingLinks.TryAgain(message.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(MessagingLinks.TryAgain(Guid.NewGuid()))).Heading.ShouldBe(MessagingLinks.Missing.Heading);
    }

    [Fact]
    public async Task TryAllAgain_SenderWasAway_TriesThoseItKeptBackAndNoOthers()
    {
        var keptBack = new List<OutgoingMessage> { await ToContactAsync(Mobile), await ToContactAsync("07700 900002") };
        var refused = await ToContactAsync("07700 900003");
        foreach (var (message, because) in keptBack.Select(m => (m, WhyNot.NoAnswer)).Append((refused, WhyNot.Refused)))
        {
            await Site.InDatabaseAsync(async db =>
            {
                (await db.OutgoingMessages.FindAsync(message.Id))!.GiveUp(because);
                return await db.SaveChangesAsync();
            });
        }

        var browser = await SignInAsync();
        await browser.GetAsync(MessagingLinks.List());
        await browser.FollowAsync("Try again all that the sender kept back (2)");
        var page = await browser.SubmitAsync("Try them again");
        await SendDueAsync();

        page.Path.ShouldBe(MessagingLinks.List());
        Notify.Taken.Select(m => m.Reference).Order().ShouldBe(keptBack.Select(m => m.Id.ToString()).Order());
        (await StandingAsync(refused)).ShouldBe((OutgoingMessageState.Failed, WhyNot.Refused));
        (await Site.AuditedAsync(AuditEventKind.MessageTriedAgain, keptBack[0].Id)).ShouldBe(1);
        (await browser.GetAsync(MessagingLinks.TryAllAgain())).Heading.ShouldBe(MessagingLinks.NothingToTry.Heading);
    }

    [Fact]
    public async Task Get_Outbox_IsNoPageOutsideDevelopment() =>
        (await (await SignInAsync()).GetAsync(MessagingLinks.Outbox())).Status.ShouldBe(HttpStatusCode.NotFound);

    private async Task<OutgoingMessage> GivenUpAsync()
    {
        var message = await InviteAsync();
        Notify.Answer = _ => NotifyAnswer.BadRequest;
        await SendDueAsync();
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Failed);
        return message;
    }

    private Task<PageClient> SignInAsync() => Site.SignInAsync(Role.QualityAssurance);

    public sealed class OnSqlite() : IndexTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : IndexTests(TestDatabaseProvider.PostgreSql);
}
