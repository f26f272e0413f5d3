using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public sealed class RetireModel(PracticeDbContext db, CurrentStaff staff, Chance chance) : ThemePage(db, staff, chance)
{
    public const int WhyMaxLength = 300;

    private readonly InlineValidator<RetireModel> _rules = new()
    {
        v => v.RuleFor(m => m.Why)
            .NotEmpty().WithMessage("Say why the theme is retired")
            .MaximumLength(WhyMaxLength).WithMessage($"Why it is retired must be {WhyMaxLength} characters or fewer"),
    };

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await OpenAsync(id, cancellation) && Theme.IsActive ? Page() : this.NotThere(ThemeLinks.Missing);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await OpenAsync(id, cancellation))
        {
            return this.NotThere(ThemeLinks.Missing);
        }

        Why = WrittenText.CleanLine(Why);
        if (!await this.IsValidAsync(_rules) || !IsAsSeen())
        {
            return this.PageWithErrors();
        }

        if (Theme.Retire(Why, Staff.For(), Chance) is { } step && !await KeepAsync(step, cancellation))
        {
            return this.PageWithErrors();
        }

        return Redirect(ThemeLinks.Details(id));
    }
}
