using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Pages.Links;

namespace RelationalPractice.Web.Pages.Appointments;

/// <summary>What a family sees by its own code. Reading it changes nothing.</summary>
public sealed class DetailsModel(AppointmentByCode appointments, TimeProvider clock, IConfiguration configuration) : PageModel
{
    public Appointment? Appointment { get; private set; }

    public bool CanChange => Appointment!.CanChange(clock.GetUtcNow().UtcDateTime);

    public FamilyAddress Address => FamilyAddress.OfPage(configuration, Request, FamilyLinks.Appointment(Appointment!.Code));

    public async Task<PageResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        Appointment = await appointments.FindAsync(code, cancellation);
        var page = Page();
        page.StatusCode = Appointment is null ? StatusCodes.Status404NotFound : null;
        return page;
    }
}
