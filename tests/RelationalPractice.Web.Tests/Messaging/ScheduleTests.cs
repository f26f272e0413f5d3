using RelationalPractice.Messaging;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Web.Jobs;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class ScheduleTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    protected override bool HasSchedule => true;

    [Fact]
    public async Task Schedule_DueMessage_GoesOutByItself()
    {
        var message = await InviteAsync();

        Site.Clock.Advance(Schedule.SendingInterval);

        await Eventually.TrueAsync(async () => (await ReadAsync(message)).State == OutgoingMessageState.Sent, "sent");
    }

    [Fact]
    public async Task Schedule_ThirtyDaysAfterSending_ContactIsForgottenAndTheRowStays()
    {
        var sent = await ToContactAsync(Mobile);
        await SendDueAsync();
        Site.Clock.Advance(TimeSpan.FromDays(OutgoingMessage.ContactKeptDays) - TimeSpan.FromHours(1));
        var later = await ToContactAsync("07700 900002");
        await Site.InDatabaseAsync(db => SentContacts.ForgetAsync(db, Now, default));
        Protector.Reveal((await ReadAsync(sent)).Contact).ShouldBe(Mobile);

        Site.Clock.Advance(TimeSpan.FromHours(2));

        await Eventually.TrueAsync(async () => (await ReadAsync(sent)).Contact!.Ciphertext.Length == 0, "forgotten");
        (await ReadAsync(sent)).State.ShouldBe(OutgoingMessageState.Sent);
        Protector.Reveal((await ReadAsync(later)).Contact).ShouldBe("07700 900002");
    }

    public sealed class OnSqlite() : ScheduleTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ScheduleTests(TestDatabaseProvider.PostgreSql);
}
