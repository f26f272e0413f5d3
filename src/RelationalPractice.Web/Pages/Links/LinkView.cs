using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

/// <summary>A link with the names of what it belongs to.</summary>
public sealed record LinkView(
    Guid Id, string Code, string Label, Audience? Audience, string? ServiceArea, string? Team, string? Worker,
    DateTime CreatedAtUtc, DateTime? SwitchedOffAtUtc)
{
    public bool IsOn => SwitchedOffAtUtc is null;

    public string Target => (ServiceArea, Team, Worker) switch
    {
        ({ } area, _, _) => area,
        (_, { } team, _) => team,
        (_, _, { } worker) => worker,
        _ => "The whole authority",
    };

    public string AudienceInWords => Audience is { } audience ? StaffWords.Of(audience) : "Anybody: the first page asks";

    public static IQueryable<LinkView> Of(IQueryable<SurveyLink> links, PracticeDbContext db) =>
        from link in links
        orderby link.SwitchedOffAtUtc != null, link.CreatedAtUtc descending, link.Label, link.Id
        select new LinkView(
            link.Id,
            link.Code,
            link.Label,
            link.Audience,
            db.ServiceAreas.Where(a => a.Id == link.ServiceAreaId).Select(a => a.Name).FirstOrDefault(),
            db.Teams.Where(t => t.Id == link.TeamId).Select(t => t.Name).FirstOrDefault(),
            db.Workers.Where(w => w.Id == link.WorkerId).Select(w => w.Name).FirstOrDefault(),
            link.CreatedAtUtc,
            link.SwitchedOffAtUtc);
}
