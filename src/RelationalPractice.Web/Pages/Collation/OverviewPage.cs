using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>A page about one period, audience and area.</summary>
public abstract class OverviewPage(PracticeDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = OverviewQuery.FromName)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.ToName)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AudienceName)]
    public string? Audience { get; set; }

    [BindProperty(SupportsGet = true, Name = OverviewQuery.AreaName)]
    public string? AreaChosen { get; set; }

    /// <summary>Null when what was typed is no period: then the error is on the page.</summary>
    public OverviewFilter? Filter { get; private set; }

    public IReadOnlyList<ServiceArea> Areas { get; private set; } = [];

    public DateOnly Today => LocalTime.Today(clock);

    /// <summary>Audience, months and area in words.</summary>
    public string Period => Filter is { } filter
        ? $"{(filter.Audience == Surveys.Audience.YoungPerson ? "Young people" : "Parents and carers")}, {(filter.From == filter.To ? $"{filter.From}" : $"{filter.From} to {filter.To}")}"
            + (Areas.FirstOrDefault(area => area.Id == filter.ServiceAreaId) is { } area ? $", {area.Name}" : "")
        : "";

    protected PracticeDbContext Db => db;

    protected async Task<bool> ReadFilterAsync(CancellationToken cancellation)
    {
        Areas = await db.ServiceAreas.AsNoTracking().OrderBy(area => area.Name).ToListAsync(cancellation);
        Filter = new OverviewQuery(From, To, Audience, AreaChosen).Read(Today, out var problem);
        if (problem is var (field, message))
        {
            ModelState.AddModelError(field, message);
        }

        return Filter is not null;
    }
}
