using System.Text;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Invitations;

/// <summary>What one line of the case system's file says, read without looking at anything else. Pure.</summary>
public sealed record ContactReading
{
    public required string Reference { get; init; }

    public required string Worker { get; init; }

    public required DateOnly StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public required string Name { get; init; }

    /// <summary>Null where the file has no such column.</summary>
    public FamilyRole? Role { get; init; }

    public TelephoneNumber? Mobile { get; init; }

    public EmailAddress? Email { get; init; }

    public string? Language { get; init; }

    public bool DoNotText { get; init; }

    public bool DoNotEmail { get; init; }

    public SafeHours? Hours { get; init; }

    public string? Note { get; init; }

    /// <summary>What is to be known although the line is taken.</summary>
    public string? Remark { get; init; }

    /// <returns>What it says, or why it cannot be taken. Neither repeats a name, number or address in the refusal.</returns>
    public static (ContactReading? Reading, string? Refusal) Of(ContactColumns columns, int headings, IReadOnlyList<string> cells, DateOnly today)
    {
        string? Cell(ContactField field) => columns.Of(field, cells) is { } text && WrittenText.CleanLine(text) is { Length: > 0 } clean ? clean : null;

        if (cells.Skip(headings).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            return Refused("It has more cells than there are headings: a cell with a comma may lack its quotation marks");
        }

        if (Cell(ContactField.Reference) is not { } reference || !HasLetterOrDigit(reference)) return Refused("No reference");
        if (reference.Length > Family.ReferenceMaxLength) return Refused($"The reference is longer than {Family.ReferenceMaxLength} characters");
        if (Cell(ContactField.Worker) is not { } worker || !HasLetterOrDigit(worker)) return Refused("No worker");
        if (Cell(ContactField.Name) is not { } name || !HasLetterOrDigit(name)) return Refused("No name");
        if (name.Length > ContactPerson.NameMaxLength) return Refused($"The name is longer than {ContactPerson.NameMaxLength} characters");
        if (Cell(ContactField.StartedOn) is not { } started) return Refused("No start of involvement");
        if (DayIn(started, today) is not { } startedOn) return Refused("The start of involvement is not a day we can read, such as 03/12/2026 or 2026-12-03");
        DateOnly? endedOn = null;
        if (Cell(ContactField.EndedOn) is { } ended)
        {
            if (DayIn(ended, today) is not { } day) return Refused("The end of involvement is not a day we can read, such as 03/12/2026 or 2026-12-03");
            if (day < startedOn) return Refused("The involvement ends before it starts");
            endedOn = day;
        }

        var (role, noRole) = columns.Has(ContactField.Role) ? RoleIn(Cell(ContactField.Role)) : (null, null);
        if (noRole is not null) return Refused(noRole);
        var (mobile, noMobile, remark) = MobileIn(Cell(ContactField.Mobile), hasEmail: Cell(ContactField.Email) is not null);
        if (noMobile is not null) return Refused(noMobile);
        EmailAddress? email = null;
        if (Cell(ContactField.Email) is { } address && (email = EmailAddress.Parse(address)) is null) return Refused("The e-mail address is not one");
        if (DoNot(Cell(ContactField.DoNotText)) is not { } noText) return Refused("“Do not text” is neither yes nor no");
        if (DoNot(Cell(ContactField.DoNotEmail)) is not { } noEmail) return Refused("“Do not e-mail” is neither yes nor no");
        SafeHours? hours = null;
        if (Cell(ContactField.Hours) is { } typedHours && (hours = ContactCells.HoursOf(typedHours)) is null)
        {
            return Refused("The safe hours are not mornings, afternoons, evenings or any: other words belong in the note");
        }

        var note = columns.Of(ContactField.Note, cells) is { } written ? WrittenText.Clean(written) : null;
        if (note?.Length > ContactPerson.ReachNoteMaxLength) return Refused($"The note is longer than {ContactPerson.ReachNoteMaxLength} characters");
        var language = Cell(ContactField.Language) is { } spoken ? ContactCells.Language(spoken) : null;
        if (language is null && Cell(ContactField.Language) is not null) remark = Joined(remark, "The language is not one we know: it was left as it is");
        return (new ContactReading
        {
            Reference = reference,
            Worker = worker,
            StartedOn = startedOn,
            EndedOn = endedOn,
            Name = name,
            Role = role,
            Mobile = mobile,
            Email = email,
            Language = language,
            DoNotText = noText,
            DoNotEmail = noEmail,
            Hours = hours,
            Note = note is { Length: > 0 } ? note : null,
            Remark = remark,
        }, null);
    }

    public static string? Joined(string? one, string? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        _ => $"{one}. {other}",
    };

    private static (ContactReading?, string) Refused(string why) => (null, why);

    private static DateOnly? DayIn(string text, DateOnly today) =>
        ContactCells.Day(text) is { } day && Family.CanBeDay(day, today) ? day : null;

    private static (FamilyRole?, string?) RoleIn(string? text) => text switch
    {
        null => (null, "No role"),
        _ when ContactCells.Role(text) is { } role => (role, null),
        _ => (null, "The role is not one we know: parent, carer, relative, friend or young person"),
    };

    private static (TelephoneNumber?, string? Refusal, string? Remark) MobileIn(string? text, bool hasEmail) => TelephoneNumber.Parse(text) switch
    {
        null when text is null => (null, null, null),
        null => (null, "The mobile number is not a telephone number", null),
        { Kind: TelephoneKind.Premium } => (null, "The mobile number is one that costs whoever calls or texts it", null),
        { TakesTexts: false } when hasEmail => (null, null, "The number is a landline, which takes no texts: it was left out"),
        { TakesTexts: false } => (null, "The number is a landline, which takes no texts, and there is no e-mail address", null),
        var number => (number, null, null),
    };

    private static bool? DoNot(string? text) => text is null ? false : ContactCells.YesOrNo(text);

    private static bool HasLetterOrDigit(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
