using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Data;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>The picture alone. A link that is off has none: it would only be printed again.</summary>
public sealed class QrModel(PracticeDbContext db, IConfiguration configuration) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellation)
    {
        var code = await db.SurveyLinks.Where(l => l.Id == id && l.SwitchedOffAtUtc == null).Select(l => l.Code).SingleOrDefaultAsync(cancellation);
        if (code is null)
        {
            return this.NotThere(SurveyLinkLinks.Missing);
        }

        var address = FamilyAddress.Of(configuration, Request, code);
        return format == "png"
            ? File(QrCode.Png(address.ToString()), "image/png")
            : Content(QrCode.Svg(address.ToString(), $"QR code that leads to {address.InWords}"), "image/svg+xml");
    }
}
