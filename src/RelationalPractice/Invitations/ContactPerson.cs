using RelationalPractice.Anonymity;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>Somebody who may be asked for feedback, and how to reach them safely. Everything personal is encrypted; the hashes find it again.</summary>
public sealed class ContactPerson
{
    public const int NameMaxLength = 100;
    public const int ReachNoteMaxLength = 300;
    public const int LanguageMaxLength = 12;

    public required Guid Id { get; init; }

    public required ProtectedText Name { get; set; }

    public required byte[] NameHash { get; set; }

    public ProtectedText? Mobile { get; set; }

    public byte[]? MobileHash { get; set; }

    public ProtectedText? Email { get; set; }

    public byte[]? EmailHash { get; set; }

    /// <summary>BCP 47, such as "en" or "cy".</summary>
    public string Language { get; set; } = "en";

    /// <summary>Not "do not text".</summary>
    public bool MayText { get; set; } = true;

    public bool MayEmail { get; set; } = true;

    public SafeHours Hours { get; set; }

    /// <summary>Anything else about reaching them safely, in staff's words.</summary>
    public ProtectedText? ReachNote { get; set; }

    /// <summary>They, or staff for them, asked for quiet: nothing is sent before this day. An import never shortens it.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>The way a message takes: a text where it may and can, else an e-mail. Null when nobody may write to them.</summary>
    public MessageChannel? Channel => (Mobile, Email) switch
    {
        (not null, _) when MayText => MessageChannel.Sms,
        (_, not null) when MayEmail => MessageChannel.Email,
        _ => null,
    };

    public static ContactPerson Of(Guid id, ContactDetails details, ContactKey key, PersonalDataProtector protector)
    {
        var person = new ContactPerson { Id = id, Name = protector.Protect(details.Name)!, NameHash = key.HashOfName(details.Name) };
        person.Take(details, key, protector);
        return person;
    }

    /// <summary>What staff typed takes the place of everything that was known.</summary>
    public void Take(ContactDetails details, ContactKey key, PersonalDataProtector protector)
    {
        Name = protector.Protect(details.Name)!;
        NameHash = key.HashOfName(details.Name);
        Mobile = protector.Protect(details.Mobile?.International);
        MobileHash = details.Mobile is { } mobile ? key.HashOf(mobile) : null;
        Email = protector.Protect(details.Email?.Address);
        EmailHash = details.Email is { } email ? key.HashOf(email) : null;
        Language = details.Language;
        MayText = details.MayText;
        MayEmail = details.MayEmail;
        Hours = details.Hours;
        ReachNote = protector.Protect(details.Note);
    }

    /// <summary>
    /// They are entered for a second family: what was not known is added, what is unsafe stays unsafe, and nothing that was known goes.
    /// </summary>
    public void Meet(ContactDetails details, ContactKey key, PersonalDataProtector protector)
    {
        if (Mobile is null && details.Mobile is { } mobile)
        {
            (Mobile, MobileHash) = (protector.Protect(mobile.International), key.HashOf(mobile));
        }

        if (Email is null && details.Email is { } email)
        {
            (Email, EmailHash) = (protector.Protect(email.Address), key.HashOf(email));
        }

        MayText &= details.MayText;
        MayEmail &= details.MayEmail;
        Hours = Hours == SafeHours.Any ? details.Hours : Hours;
        ReachNote ??= protector.Protect(details.Note);
    }
}

/// <summary>A person as staff type them.</summary>
public sealed record ContactDetails(
    string Name, TelephoneNumber? Mobile, EmailAddress? Email, string Language, bool MayText, bool MayEmail, SafeHours Hours, string? Note)
{
    public override string ToString() => "(contact details)";
}
