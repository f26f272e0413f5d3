using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations.People;

/// <summary>What adding and changing a person ask for.</summary>
public abstract class PersonForm : PageModel
{
    public static readonly IReadOnlyList<string> Fields =
        [nameof(Name), nameof(Role), nameof(Mobile), nameof(Email), nameof(Language), nameof(NoText), nameof(NoEmail), nameof(Hours), nameof(Note)];

    private readonly InlineValidator<PersonForm> _rules = new()
    {
        v => v.RuleFor(m => m.Name)
            .Must(name => name?.EnumerateRunes().Any(System.Text.Rune.IsLetterOrDigit) == true).WithMessage("Write the person’s name")
            .MaximumLength(ContactPerson.NameMaxLength).WithMessage($"The name must be {ContactPerson.NameMaxLength} characters or fewer"),
        v => v.RuleFor(m => m.Role).NotNull().IsInEnum().WithMessage("Choose their role in the family"),
        v => v.RuleFor(m => m.Mobile)
            .Must(typed => string.IsNullOrEmpty(typed) || TelephoneNumber.Parse(typed) is not null).WithMessage("That is not a telephone number. Write it like 07700 900123")
            .Must(typed => TelephoneNumber.Parse(typed) is not { Kind: TelephoneKind.Premium }).WithMessage("That number costs whoever calls or texts it. Give another")
            .Must(typed => TelephoneNumber.Parse(typed) is not { TakesTexts: false }).WithMessage("That is a landline, which takes no texts. Give a mobile number"),
        v => v.RuleFor(m => m.Email)
            .Must(typed => string.IsNullOrEmpty(typed) || EmailAddress.Parse(typed) is not null).WithMessage("That is not an e-mail address. Write it like name@example.org"),
        v => v.RuleFor(m => m.Mobile)
            .Must((m, typed) => !string.IsNullOrEmpty(typed) || !string.IsNullOrEmpty(m.Email)).WithMessage("Give a mobile number or an e-mail address"),
        v => v.RuleFor(m => m.Language).Must(tag => Languages.ContainsKey(tag ?? "")).WithMessage("Choose a language"),
        v => v.RuleFor(m => m.Hours).IsInEnum().WithMessage("Choose when messages are safe"),
        v => v.RuleFor(m => m.Note)
            .MaximumLength(ContactPerson.ReachNoteMaxLength).WithMessage($"The note must be {ContactPerson.ReachNoteMaxLength} characters or fewer"),
    };

    /// <summary>English name by tag.</summary>
    public static IReadOnlyDictionary<string, string> Languages { get; } =
        ContactCells.AllLanguages.GroupBy(l => l.Tag, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public FamilyRole? Role { get; set; }

    [BindProperty]
    public string? Mobile { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Language { get; set; } = "en";

    [BindProperty]
    public bool NoText { get; set; }

    [BindProperty]
    public bool NoEmail { get; set; }

    [BindProperty]
    public SafeHours Hours { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Guid FamilyId { get; protected set; }

    protected ContactDetails Typed => new(
        Name!, TelephoneNumber.Parse(Mobile), EmailAddress.Parse(Email), Language!, !NoText, !NoEmail, Hours, Note is { Length: > 0 } ? Note : null);

    protected void Show(ContactPerson person, FamilyMember member, PersonalDataProtector protector)
    {
        Name = protector.Reveal(person.Name);
        Role = member.Role;
        Mobile = protector.Reveal(person.Mobile) is { } mobile ? TelephoneNumber.Parse(mobile)?.AsWritten ?? mobile : null;
        Email = protector.Reveal(person.Email);
        Language = person.Language;
        NoText = !person.MayText;
        NoEmail = !person.MayEmail;
        Hours = person.Hours;
        Note = protector.Reveal(person.ReachNote);
    }

    protected Task<bool> IsValidAsync()
    {
        Name = WrittenText.CleanLine(Name);
        Mobile = WrittenText.CleanLine(Mobile);
        Email = WrittenText.CleanLine(Email);
        Note = WrittenText.Clean(Note);
        return this.IsValidAsync(_rules);
    }
}
