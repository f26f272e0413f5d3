using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Messaging;
using RelationalPractice.Web.Messaging;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Messaging;

public abstract class CallBackTests(TestDatabaseProvider provider) : MessagingTests(provider)
{
    private const string Delivery = NotifyCallBacks.Delivery;
    private const string Inbound = NotifyCallBacks.Inbound;

    [Fact]
    public async Task Delivered_TwiceAndOutOfOrder_StaysDelivered()
    {
        var message = await SentAsync();

        (await ReceiptAsync(message.Id, "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await ReceiptAsync(message.Id, "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await ReceiptAsync(message.Id, "temporary-failure")).ShouldBe(HttpStatusCode.NoContent);
        (await ReceiptAsync(message.Id, "sending")).ShouldBe(HttpStatusCode.NoContent);

        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Delivered, null));
        Site.Log.Text.ShouldNotContain("900123");
    }

    [Theory]
    [InlineData("permanent-failure")]
    [InlineData("temporary-failure")]
    [InlineData("technical-failure")]
    public async Task NotDelivered_ThenDelivered_IsShownAndThenPutRight(string status)
    {
        var message = await SentAsync();

        await ReceiptAsync(message.Id, status);
        await ReceiptAsync(message.Id, status);
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Failed, status));

        await ReceiptAsync(message.Id, "delivered");
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Delivered, null));
    }

    [Fact]
    public async Task Delivered_WhileTheNodeIsStillNoting_StandsAndIsNotSentAgain()
    {
        var message = await ToContactAsync(Mobile);
        Notify.OnTaking = async _ => await ReceiptAsync(message.Id, "delivered");

        await SendDueAsync();
        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem();
        (await StandingAsync(message)).ShouldBe((OutgoingMessageState.Delivered, null));
    }

    [Fact]
    public async Task Delivered_OfWhatWeThoughtLost_IsNotTriedAgain()
    {
        var message = await ToContactAsync(Mobile);
        Notify.Answer = _ => NotifyAnswer.TakenThenGone;
        await SendDueAsync();

        await ReceiptAsync(message.Id, "delivered");
        Site.Clock.Advance(TimeSpan.FromHours(1));
        await SendDueAsync();

        Notify.Taken.ShouldHaveSingleItem();
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Delivered);
    }

    [Fact]
    public async Task Receipt_UnknownReference_ChangesNothing()
    {
        await SentAsync();
        var before = await RowsAsync();

        (await ReceiptAsync(Guid.NewGuid(), "delivered")).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(Delivery, """{"reference":null,"status":"delivered","to":"07700 900123"}""", FakeNotify.CallbackToken)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(Delivery, """{"reference":"' OR 1=1","status":"delivered"}""", FakeNotify.CallbackToken)).ShouldBe(HttpStatusCode.NoContent);

        (await RowsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(Delivery, null)]
    [InlineData(Delivery, "")]
    [InlineData(Delivery, "wrong")]
    [InlineData(Delivery, FakeNotify.InboundToken)]
    [InlineData(Inbound, null)]
    [InlineData(Inbound, FakeNotify.CallbackToken)]
    public async Task Post_WithoutItsToken_IsRefusedAndChangesNothing(string path, string? token)
    {
        var message = await SentAsync();

        (await PostAsync(path, Receipt(message.Id, "permanent-failure"), token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(path, Text(Mobile, "STOP"), token)).ShouldBe(HttpStatusCode.Unauthorized);

        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
        (await Site.InDatabaseAsync(db => db.OptOuts.AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"reference":7,"status":{}}""")]
    public async Task Post_Rubbish_IsABadRequest(string body)
    {
        (await PostAsync(Delivery, body, FakeNotify.CallbackToken)).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(Inbound, body, FakeNotify.InboundToken)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Post_TooLong_IsABadRequest() =>
        (await PostAsync(Delivery, "{\"reference\":\"" + new string('x', 40_000) + "\",\"status\":\"delivered\"}", FakeNotify.CallbackToken)).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Get_CallBack_IsNoPage() => (await Site.Browser().GetAsync(Delivery)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Stop_OptsTheNumberOutAndCancelsWhatWaits()
    {
        var person = await PersonAsync(email: "krystal@example.org");
        var text = await InviteAsync(person);
        var email = await InviteAsync(person, channel: MessageChannel.Email);
        var other = await InviteAsync(await PersonAsync("07700 900002"));

        (await PostAsync(Inbound, Text("447700900123", " Stop. "), FakeNotify.InboundToken)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(Inbound, Text("447700900123", "STOP"), FakeNotify.InboundToken)).ShouldBe(HttpStatusCode.NoContent);

        var optOut = await Site.InDatabaseAsync(db => db.OptOuts.SingleAsync());
        (optOut.By, optOut.Since).ShouldBe((OptOutBy.Provider, new DateOnly(2031, 1, 14)));
        optOut.ContactHash.ShouldBe(Key.HashOf(TelephoneNumber.Parse(Mobile)!));
        (await StandingAsync(text)).ShouldBe((OutgoingMessageState.Cancelled, WhyNot.OptedOut));
        (await ReadAsync(email)).State.ShouldBe(OutgoingMessageState.Waiting);
        (await ReadAsync(other)).State.ShouldBe(OutgoingMessageState.Waiting);
        (await Site.InDatabaseAsync(db => db.AuditEvents.AnyAsync())).ShouldBeFalse("a family's act leaves no entry");
    }

    [Fact]
    public async Task Stop_FourAtOnce_AreOneOptOut()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(Inbound, Text(Mobile, "STOP"), FakeNotify.InboundToken)));

        answers.ShouldAllBe(answer => answer == HttpStatusCode.NoContent);
        (await Site.InDatabaseAsync(db => db.OptOuts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Inbound_AnythingElse_IsKeptNowhere()
    {
        var message = await InviteAsync();
        var before = await RowsAsync();

        (await PostAsync(Inbound, Text(Mobile, "Who is this? My name is Zebulon"), FakeNotify.InboundToken)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(Inbound, Text("a school", "STOP"), FakeNotify.InboundToken)).ShouldBe(HttpStatusCode.NoContent);

        (await RowsAsync()).ShouldBe(before);
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Waiting);
        Site.Log.Text.ShouldNotContain("Zebulon");
    }

    private async Task<OutgoingMessage> SentAsync()
    {
        var message = await ToContactAsync(Mobile);
        await SendDueAsync();
        (await ReadAsync(message)).State.ShouldBe(OutgoingMessageState.Sent);
        return message;
    }

    private Task<HttpStatusCode> ReceiptAsync(Guid reference, string status) => PostAsync(Delivery, Receipt(reference, status), FakeNotify.CallbackToken);

    private async Task<HttpStatusCode> PostAsync(string path, string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await Site.Browser().SendAsync(request);
        return response.StatusCode;
    }

    private Task<List<string>> RowsAsync() => Site.InDatabaseAsync(async db =>
    {
        var messages = await db.OutgoingMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync();
        return messages.Select(m => $"{m.Id} {m.State} {m.Failure} {m.Attempts} {m.NextTryAtUtc:O}").Append($"{await db.OptOuts.CountAsync()} opt-outs").ToList();
    });

    private static string Receipt(Guid reference, string status) =>
        $$"""{"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":"{{reference}}","to":"07700 900123","status":"{{status}}","created_at":"2031-01-14T10:20:30.000000Z","notification_type":"sms"}""";

    private static string Text(string from, string words) =>
        $$"""{"id":"740e5834-3a29-46b4-9a6f-16142fde533a","source_number":"{{from}}","destination_number":"07800 000111","message":"{{words}}","date_received":"2031-01-14T10:20:30.000000Z"}""";

    public sealed class OnSqlite() : CallBackTests(TestDatabaseProvider.Sqlite);

    public sealed class OnPostgreSql() : CallBackTests(TestDatabaseProvider.PostgreSql);
}
