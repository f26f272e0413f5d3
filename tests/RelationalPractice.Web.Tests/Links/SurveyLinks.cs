using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Links;

internal static class SurveyLinks
{
    public static async Task<SurveyLink> MakeLinkAsync(this StaffSite site, string label = "Leaflet, spring", Audience? audience = null, bool off = false)
    {
        var link = new SurveyLink
        {
            Id = Guid.NewGuid(),
            Code = LinkCode.FromBytes(new Chance().Bytes).Value,
            Label = label,
            Audience = audience,
            CreatedAtUtc = site.Clock.GetUtcNow().UtcDateTime,
        };
        if (off)
        {
            link.SwitchOff(new ChangeContext(Guid.NewGuid(), site.Clock.GetUtcNow().UtcDateTime));
        }

        await site.SaveAsync(link);
        return link;
    }
}
