using RelationalPractice.Messaging;
using RelationalPractice.Supervision;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Pages.Supervision;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

/// <summary>E-mail by the authority's mail server, with nobody set up to send texts.</summary>
public abstract class SmtpSenderTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    private const string Email = "krystal@example.org";

    private readonly SmtpServer _server = new();

    [Fact]
    public async Task SaveSupervision_NamedFamilyLeftAnEmailAddress_GetsTheNews()
    {
        var released = await ReleasedFeedback.OfNewTeamAsync(Site);
        await released.NamedAsync("Krystal Adeyemi", Email, 0, ReleasedFeedback.FiveFives);
        var browser = await released.AsManagerAsync();
        await browser.GetAsync(SupervisionLinks.Record(released.Worker.Id));
        await browser.SubmitAsync("Save the supervision", ("Talks[0].Kinds", nameof(SupervisionOutcomeKind.Training)));

        await SendDueAsync();

        var (to, mail) = _server.Mail.ShouldHaveSingleItem();
        to.ShouldBe(Email);
        Unfolded(mail).ShouldContain($"{PublicAddress}/feedback/code");
        mail.ShouldContain("From: \"Family feedback\" <feedback@calder-vale.example>");
        mail.ShouldContain("Subject: A message from Calder Vale Council");
        foreach (var telling in (string[])["social", "worker", "child", "supervision", "training", released.Worker.Name])
        {
            mail.ShouldNotContain(telling, Case.Insensitive);
        }
    }

    [Fact]
    public async Task SendDue_DiedBetweenSendingAndNoting_IsSentAgainUnderTheSameMessageId()
    {
        var message = await ToContactAsync(Email);
        _server.HangsUpAfterTaking = true;
        await SendDueAsync();
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Waiting, WhyNot.NoAnswer));
        _server.HangsUpAfterTaking = false;

        Site.Clock.Advance(Sender.ClaimedFor);
        await SendDueAsync();

        _server.Mail.Count.ShouldBe(2);
        _server.Mail.ShouldAllBe(mail => mail.Message.Contains($"Message-ID: <{message.Id:N}@calder-vale.example>", StringComparison.OrdinalIgnoreCase));
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
    }

    [Theory]
    [InlineData("550 no such person here", OutgoingMessageState.Failed, WhyNot.Refused)]
    [InlineData("451 busy, come again", OutgoingMessageState.Waiting, WhyNot.SenderTrouble)]
    public async Task SendDue_RecipientNotTaken_IsGivenUpOrTriedAgainAsTheServerSays(string answer, OutgoingMessageState state, string because)
    {
        var message = await ToContactAsync(Email);
        _server.Refusal = _ => answer;

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((state, because));
        _server.Mail.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendDue_ServerAway_IsTriedAgain()
    {
        var message = await ToContactAsync(Email);
        await _server.DisposeAsync();

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Waiting, WhyNot.NoAnswer));
    }

    [Fact]
    public async Task SendDue_WordsOfEveryKind_ArriveAsTheyAre()
    {
        await Site.SaveAsync(OutgoingMessage.ToContact(
            Guid.NewGuid(), OutgoingMessageKind.InterviewCancelled, Guid.NewGuid(), Protector.Protect(Email)!, "Wie geht’s?\nBcc", "Grüße, سلام\n.\nQUIT", Now, Now, null));

        await SendDueAsync();

        var mail = _server.Mail.ShouldHaveSingleItem().Message;
        mail.ShouldContain("=?utf-8?");
        mail.ShouldNotContain("\nBcc");
        mail.ShouldContain("Gr=C3=BC=C3=9Fe");
        mail.ShouldContain("QUIT");
    }

    [Fact]
    public async Task SendDue_TextWithNobodyToSendTexts_IsGivenUpVisibly()
    {
        var message = await ToContactAsync(Mobile);

        await SendDueAsync();

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Failed, WhyNot.NoSender));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override IEnumerable<KeyValuePair<string, string>> SettingsFor(FakeNotify notify) =>
        [.. _server.Settings, KeyValuePair.Create("Families:PublicAddress", PublicAddress)];

    private static string Unfolded(string quotedPrintable) => quotedPrintable.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal);

    public sealed class OnSqlite() : SmtpSenderTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : SmtpSenderTests(TestDatabaseProvider.PostgreSql);
}
