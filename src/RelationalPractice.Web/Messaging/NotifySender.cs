using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Messaging;

/// <summary>GOV.UK Notify (https://docs.notifications.service.gov.uk/rest-api.html), texts and e-mails. Our words fill a template of its own.</summary>
public sealed class NotifySender(NotifySettings settings, TimeProvider clock) : IMessageSender, IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan HeldUp = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = settings.Address,
        Timeout = settings.Patience ?? Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public bool Takes(MessageChannel channel) => TemplateOf(channel) is not null;

    public Task<SendingAnswer> SendAsync(Letter letter)
    {
        var template = TemplateOf(letter.Channel) ?? throw new ArgumentException("There is no template for this channel.", nameof(letter));
        object content = letter.Channel == MessageChannel.Sms
            ? new { phone_number = letter.To, template_id = template, personalisation = new { body = letter.Body }, reference = letter.Id }
            : new { email_address = letter.To, template_id = template, personalisation = new { subject = letter.Subject, body = letter.Body }, reference = letter.Id };
        var request = new HttpRequestMessage(HttpMethod.Post, letter.Channel == MessageChannel.Sms ? "v2/notifications/sms" : "v2/notifications/email")
        {
            Content = new StringContent(JsonSerializer.Serialize(content), Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        return CallAsync(request, HttpStatusCode.Created, answer => answer.TryGetProperty("id", out _) ? SendingAnswer.Taken : null);
    }

    public Task<SendingAnswer> FindAsync(Guid reference) => CallAsync(
        new HttpRequestMessage(HttpMethod.Get, $"v2/notifications?reference={reference}"),
        HttpStatusCode.OK,
        answer => answer.TryGetProperty("notifications", out var found) && found.ValueKind == JsonValueKind.Array
            ? found.EnumerateArray().Any(IsOnItsWay) ? SendingAnswer.Taken : SendingAnswer.NotTaken
            : null);

    public void Dispose() => _http.Dispose();

    private Guid? TemplateOf(MessageChannel channel) => channel == MessageChannel.Sms ? settings.SmsTemplate : settings.EmailTemplate;

    /// <summary>One that failed at the telephone does not stand in the way of a later try.</summary>
    private static bool IsOnItsWay(JsonElement notification) =>
        !notification.TryGetProperty("status", out var status) || status.GetString() is not { } word || !word.EndsWith("-failure", StringComparison.Ordinal);

    /// <param name="read">Null when the answer is none that Notify gives.</param>
    private async Task<SendingAnswer> CallAsync(HttpRequestMessage request, HttpStatusCode good, Func<JsonElement, SendingAnswer?> read)
    {
        using var asked = request;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key.TokenAt(clock.GetUtcNow()));
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            return response.StatusCode == good ? Read(body, read) : Trouble(response.StatusCode, body);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException or IOException)
        {
            return SendingAnswer.TryAgain(WhyNot.NoAnswer);
        }
    }

    private static SendingAnswer Read(string body, Func<JsonElement, SendingAnswer?> read)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : null) ?? SendingAnswer.TryAgain(WhyNot.NotUnderstood);
        }
        catch (Exception rubbish) when (rubbish is JsonException or InvalidOperationException)
        {
            return SendingAnswer.TryAgain(WhyNot.NotUnderstood);
        }
    }

    // What Notify says in words is looked at and never kept: it may repeat the number.
    private SendingAnswer Trouble(HttpStatusCode status, string body)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return status switch
        {
            HttpStatusCode.BadRequest => SendingAnswer.Refused(WhyNot.Refused),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendingAnswer(
                SendingResult.HoldUp, body.Contains("clock", StringComparison.OrdinalIgnoreCase) ? WhyNot.Clock : WhyNot.KeyRefused, now + HeldUp),
            HttpStatusCode.TooManyRequests when body.Contains("TooManyRequestsError", StringComparison.Ordinal) =>
                new SendingAnswer(SendingResult.PutOff, WhyNot.TooManyToday, now.Date.AddDays(1)),
            HttpStatusCode.TooManyRequests => new SendingAnswer(SendingResult.HoldUp, WhyNot.TooManyThisMinute, NextMinute(now)),
            >= HttpStatusCode.InternalServerError => SendingAnswer.TryAgain(WhyNot.SenderTrouble),
            _ => SendingAnswer.TryAgain(WhyNot.NotUnderstood),
        };
    }

    private static DateTime NextMinute(DateTime utc) => utc.AddTicks(TimeSpan.TicksPerMinute - utc.Ticks % TimeSpan.TicksPerMinute);
}
