using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RelationalPractice.Web.Messaging;

/// <summary>A key of GOV.UK Notify: a name, the service's identifier and a secret, with hyphens between.</summary>
public sealed class NotifyKey
{
    private const int IdLength = 36;

    private static readonly string Header = Encode(JsonSerializer.SerializeToUtf8Bytes(new { typ = "JWT", alg = "HS256" }));

    private readonly string _service;
    private readonly byte[] _secret;

    private NotifyKey(string service, string secret) => (_service, _secret) = (service, Encoding.UTF8.GetBytes(secret));

    /// <returns>Null when it is none.</returns>
    public static NotifyKey? Parse(string? text)
    {
        if (text is null || text.Length < 2 * IdLength + 1)
        {
            return null;
        }

        var secret = text[^IdLength..];
        var service = text[^(2 * IdLength + 1)..^(IdLength + 1)];
        return Guid.TryParseExact(secret, "D", out _) && Guid.TryParseExact(service, "D", out _) && text[^(IdLength + 1)] == '-'
            ? new NotifyKey(service, secret)
            : null;
    }

    /// <summary>Signed afresh for each call (JWT, HS256): Notify takes it for thirty seconds.</summary>
    public string TokenAt(DateTimeOffset now)
    {
        var claims = Encode(JsonSerializer.SerializeToUtf8Bytes(new { iss = _service, iat = now.ToUnixTimeSeconds() }));
        var signed = $"{Header}.{claims}";
        return $"{signed}.{Encode(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(signed)))}";
    }

    public override string ToString() => "(key of GOV.UK Notify)";

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
