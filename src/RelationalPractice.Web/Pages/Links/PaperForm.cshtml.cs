using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Shared;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>The questions to answer on paper. Each copy's code is drawn as it is shown and kept nowhere.</summary>
public sealed class PaperFormModel(
    PracticeDbContext db, Questionnaires questionnaires, AuthorityDetails details, Letterhead letterhead, HelpLines lines, Chance chance,
    IConfiguration configuration, PrintedPages printed)
    : PrintedPage(printed)
{
    public const int CopiesMax = 20;

    private string _audience = "";

    [BindProperty(SupportsGet = true, Name = SurveyLinkLinks.Size)]
    public string? Size { get; set; }

    public bool IsLarge => Size == SurveyLinkLinks.Large;

    public IReadOnlyList<ReceiptCode> Copies { get; private set; } = [];

    public Questionnaire Questionnaire { get; private set; } = null!;

    public IReadOnlyList<PaperSheet> Sheets { get; private set; } = [];

    public AuthorityView Authority { get; private set; } = null!;

    public LogoView? Logo { get; private set; }

    public IReadOnlyList<HelpLineView> HelpLines { get; private set; } = [];

    /// <summary>Where a code opens what has happened.</summary>
    public FamilyAddress CodeAddress => FamilyAddress.OfPage(configuration, Request, FamilyLinks.Code);

    public string Picture => QrCode.Svg(CodeAddress.ToString(), $"QR code that leads to {CodeAddress.InWords}");

    public string OtherPrint => SurveyLinkLinks.PaperForm(Questionnaire.Audience, IsLarge ? null : SurveyLinkLinks.Large);

    /// <summary>So that whoever types it in finds the same questions.</summary>
    public string Version => $"({_audience}, {Questionnaire.Language}, {Questionnaire.Version})";

    /// <param name="copies">What is no number from 1 to the most is one.</param>
    public async Task<IActionResult> OnGetAsync(string audience, string? language, string? copies, CancellationToken cancellation)
    {
        if (AudienceSlug.Parse(audience) is not { } chosen || await FindAsync(chosen, language ?? "en", cancellation) is not { } id)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        _audience = audience;
        Questionnaire = await questionnaires.GetAsync(id);
        Sheets = PaperSheets.Of(Questionnaire, IsLarge);
        Authority = await details.GetAsync();
        Logo = (await letterhead.GetAsync(cancellation)).Logo;
        HelpLines = lines.For(chosen);
        var count = int.TryParse(copies, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is >= 1 and <= CopiesMax ? wanted : 1;
        Copies = [.. Enumerable.Range(0, count).Select(_ => ReceiptCode.Derive(chance.Bytes(ReceiptCode.SecretLength)))];
        return Print($"paper-form-{audience}");
    }

    private async Task<Guid?> FindAsync(Audience audience, string language, CancellationToken cancellation) => await db.Questionnaires
        .Where(q => q.Audience == audience && q.Language == language && q.Current)
        .Select(q => (Guid?)q.Id)
        .SingleOrDefaultAsync(cancellation);
}
