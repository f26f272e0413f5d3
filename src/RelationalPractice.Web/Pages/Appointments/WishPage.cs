using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Anonymity;
using RelationalPractice.Interviews;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>What somebody says who wants an interview: typed by the family, or by staff for somebody who telephones.</summary>
public abstract class WishPage(PersonalDataProtector personalData, TimeProvider clock) : PageModel
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Either = "either";

    public static readonly IReadOnlyList<string> Fields =
    [
        nameof(Audience), nameof(Name), nameof(Contact), nameof(Way), nameof(WorkerName), nameof(Wishes), nameof(Language), nameof(Interpreter),
        nameof(AccessNeeds), nameof(WantsKind), nameof(WantsGender),
    ];

    [BindProperty]
    public string? Audience { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? WorkerName { get; set; }

    [BindProperty]
    public string? Wishes { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Interpreter { get; set; }

    [BindProperty]
    public string? AccessNeeds { get; set; }

    [BindProperty]
    public string? WantsKind { get; set; }

    [BindProperty]
    public string? WantsGender { get; set; }

    protected static InlineValidator<TPage> RulesOf<TPage>()
        where TPage : WishPage
    {
        var rules = new InlineValidator<TPage>();
        rules.RuleFor(m => m.Audience).Must(a => AudienceSlug.Parse(a) is not null).WithMessage("Choose who the interview is for");
        rules.RuleFor(m => m.Name).MaximumLength(InterviewRequest.NameMaxLength).WithMessage(TooLong("The name", InterviewRequest.NameMaxLength));
        rules.RuleFor(m => m.Contact)
            .NotEmpty().WithMessage("Give a telephone number or an e-mail address")
            .Must(contact => TelephoneNumber.Parse(contact) is not null || EmailAddress.Parse(contact) is not null)
                .WithMessage("Give a telephone number, such as 07700 900123, or an e-mail address, such as name@example.org")
            .Must(contact => TelephoneNumber.Parse(contact) is not { Kind: TelephoneKind.Premium }).WithMessage("That number costs money to call. Give another telephone number")
            .Must((m, contact) => m.Way != nameof(InterviewWay.Telephone) || TelephoneNumber.Parse(contact) is not null)
                .WithMessage("Give a telephone number, or choose another way to talk")
            .MaximumLength(InterviewRequest.ContactMaxLength).WithMessage(TooLong("The number or address", InterviewRequest.ContactMaxLength));
        rules.RuleFor(m => m.Way).Must(way => Named<InterviewWay>(way) is not null).WithMessage("Choose how to talk");
        rules.RuleFor(m => m.WorkerName).MaximumLength(InterviewRequest.WorkerNameMaxLength).WithMessage(TooLong("The social worker’s name", InterviewRequest.WorkerNameMaxLength));
        rules.RuleFor(m => m.Wishes).MaximumLength(InterviewRequest.WordsMaxLength).WithMessage(TooLong("When and where it suits", InterviewRequest.WordsMaxLength));
        rules.RuleFor(m => m.Language).MaximumLength(InterviewRequest.LanguageMaxLength).WithMessage(TooLong("The language", InterviewRequest.LanguageMaxLength));
        rules.RuleFor(m => m.AccessNeeds).MaximumLength(InterviewRequest.WordsMaxLength).WithMessage(TooLong("What is needed to take part", InterviewRequest.WordsMaxLength));
        return rules;
    }

    protected void Clean()
    {
        Name = WrittenText.CleanLine(Name);
        Contact = WrittenText.CleanLine(Contact);
        WorkerName = WrittenText.CleanLine(WorkerName);
        Language = WrittenText.CleanLine(Language);
        Wishes = WrittenText.Clean(Wishes);
        AccessNeeds = WrittenText.Clean(AccessNeeds);
    }

    /// <param name="takenDownById">Staff who wrote it down; null when the family did.</param>
    protected InterviewRequest Made(Guid id, ContactKey key, Guid? takenDownById) => new()
    {
        Id = id,
        CodeHash = key.HashOf(key.CodeOf(id)),
        AskedOn = LocalTime.Today(clock),
        Audience = AudienceSlug.Parse(Audience)!.Value,
        Name = personalData.Protect(Name),
        Contact = personalData.Protect(Contact),
        Way = Named<InterviewWay>(Way)!.Value,
        Wishes = personalData.Protect(Wishes),
        AccessNeeds = personalData.Protect(AccessNeeds),
        Language = personalData.Protect(Language),
        NeedsInterpreter = Interpreter == Yes,
        WantsKind = Named<InterviewerKind>(WantsKind),
        WantsGender = Named<InterviewerGender>(WantsGender),
        WorkerNameTyped = personalData.Protect(WorkerName),
        TakenDownById = takenDownById,
    };

    private static string TooLong(string what, int most) => $"{what} can have up to {most} characters";

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString() == name);
}
