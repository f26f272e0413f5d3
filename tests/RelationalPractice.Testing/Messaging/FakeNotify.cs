using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace RelationalPractice.Testing.Messaging;

/// <summary>
/// GOV.UK Notify as its documentation describes it (https://docs.notifications.service.gov.uk/rest-api.html), on a port of this machine.
/// It takes what a real one would take and refuses a token that was not signed with the key, or not within half a minute.
/// </summary>
public sealed class FakeNotify : IAsyncDisposable
{
    public const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";
    public const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    public const string Key = $"families-{ServiceId}-{Secret}";
    public const string SmsTemplate = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    public const string EmailTemplate = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";
    public const string CallbackToken = "call-back-token-of-the-tests";
    public const string InboundToken = "inbound-token-of-the-tests";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _statuses = new(StringComparer.Ordinal);

    private FakeNotify(WebApplication app) => _app = app;

    /// <summary>What it has taken, in order.</summary>
    public ConcurrentQueue<NotifyMessage> Taken { get; } = new();

    /// <summary>References it was asked about.</summary>
    public ConcurrentQueue<string> AskedFor { get; } = new();

    /// <summary>How it answers a message; takes it unless told otherwise.</summary>
    public Func<NotifyMessage, NotifyAnswer> Answer { get; set; } = _ => NotifyAnswer.Created;

    /// <summary>Does something while it has taken the message and not yet answered.</summary>
    public Func<NotifyMessage, Task> OnTaking { get; set; } = _ => Task.CompletedTask;

    /// <summary>Null: it takes a token of any time.</summary>
    public TimeProvider? Clock { get; set; }

    public int Calls;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Notify:ApiKey"] = Key,
        ["Notify:Address"] = _app.Urls.Single(),
        ["Notify:SmsTemplateId"] = SmsTemplate,
        ["Notify:EmailTemplateId"] = EmailTemplate,
        ["Notify:CallbackToken"] = CallbackToken,
        ["Notify:InboundToken"] = InboundToken,
        ["Notify:Patience"] = "00:00:02",
    };

    public static async Task<FakeNotify> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var notify = new FakeNotify(app);
        app.MapPost("/v2/notifications/{channel}", notify.TakeAsync);
        app.MapGet("/v2/notifications", notify.Find);
        await app.StartAsync();
        return notify;
    }

    /// <summary>What it says of a message from now on, such as "permanent-failure".</summary>
    public void Became(Guid reference, string status) => _statuses[reference.ToString()] = status;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, string channel)
    {
        Interlocked.Increment(ref Calls);
        if (Refusal(request) is { } refusal)
        {
            return refusal;
        }

        if (await ReadAsync(request, channel) is not { } message)
        {
            return Error(400, "ValidationError", "phone_number Not enough digits");
        }

        var answer = Answer(message);
        if (answer is NotifyAnswer.Created or NotifyAnswer.TakenThenGone or NotifyAnswer.TakenThenRubbish)
        {
            Taken.Enqueue(message);
            _statuses[message.Reference] = "created";
            await OnTaking(message);
        }

        switch (answer)
        {
            case NotifyAnswer.Created:
                return Results.Json(new { id = RandomNumberGenerator.GetHexString(32), reference = message.Reference }, statusCode: 201);
            case NotifyAnswer.TakenThenGone:
                request.HttpContext.Abort();
                return Results.Empty;
            case NotifyAnswer.Silent:
                await Task.Delay(TimeSpan.FromSeconds(10), request.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case NotifyAnswer.Rubbish:
            case NotifyAnswer.TakenThenRubbish:
                return Results.Text("<html>Welcome to our network</html>", "text/html", statusCode: 201);
            case NotifyAnswer.BadRequest:
                return Error(400, "BadRequestError", $"Can’t send to {message.To} using a team-only API key");
            case NotifyAnswer.Clock:
                return Error(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds");
            case NotifyAnswer.RateLimit:
                return Error(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
            case NotifyAnswer.DailyLimit:
                return Error(429, "TooManyRequestsError", "Exceeded send limits (250000) for today");
            default:
                return Error(500, "Exception", "Internal server error");
        }
    }

    private IResult Find(HttpRequest request)
    {
        if (Refusal(request) is { } refusal)
        {
            return refusal;
        }

        var reference = request.Query["reference"].ToString();
        AskedFor.Enqueue(reference);
        object[] found = _statuses.TryGetValue(reference, out var status) ? [new { id = "1", reference, status }] : [];
        return Results.Json(new { notifications = found, links = new { current = "/notifications" } });
    }

    private IResult? Refusal(HttpRequest request)
    {
        var parts = request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        if (parts.Length != 3 || WebEncoders.Base64UrlEncode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"))) != parts[2])
        {
            return Error(403, "AuthError", "Invalid token: signature, api token is not valid");
        }

        using var header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[0]));
        using var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[1]));
        if (header.RootElement.GetProperty("alg").GetString() != "HS256" || claims.RootElement.GetProperty("iss").GetString() != ServiceId)
        {
            return Error(403, "AuthError", "Invalid token: service not found");
        }

        var issued = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("iat").GetInt64());
        return Clock is { } clock && (clock.GetUtcNow() - issued).Duration() > TimeSpan.FromSeconds(30)
            ? Error(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds")
            : null;
    }

    private static async Task<NotifyMessage?> ReadAsync(HttpRequest request, string channel)
    {
        using var json = await JsonDocument.ParseAsync(request.Body);
        var root = json.RootElement;
        var (address, template) = channel == "sms" ? ("phone_number", SmsTemplate) : ("email_address", EmailTemplate);
        if (!root.TryGetProperty(address, out var to) || root.GetProperty("template_id").GetString() != template)
        {
            return null;
        }

        var words = root.GetProperty("personalisation");
        return new NotifyMessage(
            root.GetProperty("reference").GetString()!,
            channel,
            to.GetString()!,
            words.TryGetProperty("subject", out var subject) ? subject.GetString() : null,
            words.GetProperty("body").GetString()!);
    }

    private static IResult Error(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error, message } } }, statusCode: status);
}

public sealed record NotifyMessage(string Reference, string Channel, string To, string? Subject, string Body);

public enum NotifyAnswer
{
    Created,
    BadRequest,
    Clock,
    RateLimit,
    DailyLimit,
    ServerError,

    /// <summary>Says nothing until the caller has given up, and takes nothing.</summary>
    Silent,
    Rubbish,

    /// <summary>Has taken it, and the line breaks before it can say so.</summary>
    TakenThenGone,
    TakenThenRubbish,
}
