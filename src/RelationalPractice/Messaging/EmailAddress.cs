using System.Globalization;
using System.Net.Mail;

namespace RelationalPractice.Messaging;

/// <summary>An e-mail address as senders take it. Two spellings that reach the same box are equal in <see cref="Normalised"/>.</summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321: 254 characters fit into a path of 256.</summary>
    public const int MaxLength = 254;

    private EmailAddress(string address, string normalised) => (Address, Normalised) = (address, normalised);

    /// <summary>As typed, the domain in the letters that DNS knows.</summary>
    public string Address { get; }

    /// <summary>In small letters, for comparing. Dots and "+tags" stay: only the box's owner knows whether they matter.</summary>
    public string Normalised { get; }

    /// <returns>Null when it is no e-mail address.</returns>
    public static EmailAddress? Parse(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || !MailAddress.TryCreate(text, out var mail)
            || mail.Address != text || mail.User.StartsWith('"'))
        {
            return null;
        }

        if (DomainOf(mail.Host) is not { } domain)
        {
            return null;
        }

        var address = $"{mail.User}@{domain}";
        return new EmailAddress(address, address.ToLowerInvariant());
    }

    public override string ToString() => "(e-mail address)";

    private static string? DomainOf(string host)
    {
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(host);
            return domain.Contains('.', StringComparison.Ordinal) ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
