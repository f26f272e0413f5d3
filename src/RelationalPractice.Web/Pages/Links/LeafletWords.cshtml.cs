using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Staff;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>The authority's logo, and a paragraph of its own for each leaflet.</summary>
[RequestSizeLimit(UploadMaxBytes)]
public sealed class LeafletWordsModel(PracticeDbContext db, LeafletTexts texts, Letterhead letterhead, CurrentStaff staff) : PageModel
{
    public const string LogoField = "Logo";

    /// <summary>A photograph that is far too large is still answered on this page.</summary>
    private const int UploadMaxBytes = 30_000_000;

    private const string ChangedMeanwhile = "A colleague changed this while you had it open. What they wrote is not lost: look at it in another window, then save yours if it should stand";

    public static string LogoLimit => $"{AuthorityLogo.ContentMaxLength / 1000} kB";

    [BindProperty]
    public bool RemoveLogo { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    public LogoView? Logo { get; private set; }

    public IReadOnlyList<OwnWordsField> Fields { get; private set; } = [];

    public IReadOnlyList<string> FieldNames => [LogoField, .. Fields.Select(own => own.Name)];

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = LogoField)] IFormFile? logo, CancellationToken cancellation)
    {
        Saved = null;
        await ReadAsync(cancellation);
        var shown = Fields;
        Fields = [.. shown.Select(field => field.Posted(Request.Form))];
        var picture = await PictureAsync(logo, cancellation);
        foreach (var field in Fields.Where(field => field.Typed!.Length > LeafletWords.WordsMaxLength))
        {
            ModelState.AddModelError(field.Name, $"Your paragraph must be {LeafletWords.WordsMaxLength} characters or fewer. It has {field.Typed!.Length}");
        }

        if (!ModelState.IsValid)
        {
            return this.PageWithErrors();
        }

        if (await KeepAsync(picture, cancellation))
        {
            letterhead.Changed();
            return Redirect(SurveyLinkLinks.LeafletWords(saved: true));
        }

        // What is posted next is weighed against what stands there now.
        ModelState.AddModelError("", ChangedMeanwhile);
        db.ChangeTracker.Clear();
        await ReadAsync(cancellation);
        var typed = shown.ToDictionary(field => field.Name, field => field.Posted(Request.Form).Typed, StringComparer.Ordinal);
        Fields = [.. Fields.Select(field => field with { Typed = typed.GetValueOrDefault(field.Name) })];
        return this.PageWithErrors();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var kept = await db.LeafletWords.AsNoTracking().ToDictionaryAsync(w => (w.Audience, w.Language), w => w.Words, cancellation);
        Logo = await db.AuthorityLogos.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } logo ? LogoView.Of(logo) : null;
        Fields = [.. texts.All.Select(text => new OwnWordsField(text, kept.GetValueOrDefault((text.Audience, text.Language)) ?? ""))];
    }

    private async Task<AuthorityLogo?> PictureAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return null;
        }

        if (file.Length > AuthorityLogo.ContentMaxLength)
        {
            ModelState.AddModelError(LogoField, $"The picture is larger than {LogoLimit}. Save it smaller and choose it again");
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        if (PictureFile.Read(content.GetBuffer().AsSpan(0, (int)content.Length)) is not { } picture)
        {
            ModelState.AddModelError(LogoField, "That file is not a PNG or JPEG picture that we can show. Choose another");
            return null;
        }

        return new AuthorityLogo { Content = content.ToArray(), ContentType = picture.ContentType };
    }

    private async Task<bool> KeepAsync(AuthorityLogo? picture, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            await KeepLogoAsync(picture, cancellation);
            foreach (var field in Fields.Where(field => field.IsChanged))
            {
                if (!await KeepWordsAsync(field, cancellation))
                {
                    return false;
                }
            }

            db.AuditEvents.Add(AuditEvent.Of(AuditEventKind.LeafletChanged, staff.For()));
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsLostRace())
        {
            return false;
        }
    }

    private async Task KeepLogoAsync(AuthorityLogo? picture, CancellationToken cancellation)
    {
        if (picture is null && !RemoveLogo)
        {
            return;
        }

        await db.AuthorityLogos.ExecuteDeleteAsync(cancellation);
        if (picture is not null)
        {
            db.AuthorityLogos.Add(picture);
        }
    }

    /// <returns>False when they are not any more what this page showed.</returns>
    private async Task<bool> KeepWordsAsync(OwnWordsField field, CancellationToken cancellation)
    {
        var (audience, language, seen, words) = (field.Text.Audience, field.Text.Language, field.Seen, field.Typed!);
        if (seen.Length == 0)
        {
            db.LeafletWords.Add(new LeafletWords { Audience = audience, Language = language, Words = words });
            return true;
        }

        var kept = db.LeafletWords.Where(w => w.Audience == audience && w.Language == language && w.Words == seen);
        return 1 == (words.Length == 0
            ? await kept.ExecuteDeleteAsync(cancellation)
            : await kept.ExecuteUpdateAsync(change => change.SetProperty(w => w.Words, words), cancellation));
    }
}

/// <param name="Seen">What stood there when the page was shown.</param>
public sealed record OwnWordsField(LeafletText Text, string Seen)
{
    public string? Typed { get; init; } = Seen;

    public string Name => $"words-{AudienceSlug.Of(Text.Audience)}-{Text.Language}";

    public string SeenName => $"seen-{Name}";

    public bool IsChanged => Typed != Seen;

    public OwnWordsField Posted(IFormCollection form) => this with
    {
        Seen = WrittenText.Clean(form[SeenName]),
        Typed = WrittenText.Clean(form[Name]),
    };
}
