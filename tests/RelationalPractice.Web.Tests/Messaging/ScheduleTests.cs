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
        var kept = TimeSpan.FromDays(OutgoingMessage.ContactKeptDays);
        var over = await SentAsync(Mobile, Now - kept);
        var later = await SentAsync("07700 900002", Now - kept + TimeSpan.FromHours(1));
        var waiting = await ToContactAsync("07700 900003");

        Site.Clock.Advance(Schedule.Interval);

        await Eventually.TrueAsync(async () => (await ReadAsync(over)).Contact!.Ciphertext.Length == 0, "forgotten");
        (await ReadAsync(over)).State.ShouldBe(OutgoingMessageState.Sent);
        Protector.Reveal((await ReadAsync(later)).Contact).ShouldBe("07700 900002");
        Protector.Reveal((await ReadAsync(waiting)).Contact).ShouldBe("07700 900003");
    }

    private async Task<OutgoingMessage> SentAsync(string contact, DateTime sentAtUtc)
    {
        var message = await ToContactAsync(contact);
        await Site.InDatabaseAsync(async db =>
        {
            (await db.OutgoingMessages.FindAsync(message.Id))!.Taken(sentAtUtc);
            return await db.SaveChangesAsync();
        });
        return message;
    }

    public sealed class OnSqlite() : ScheduleTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : ScheduleTests(TestDatabaseProvider.PostgreSql);
}
