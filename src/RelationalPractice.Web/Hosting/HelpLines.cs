using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Hosting;

/// <summary>The help lines as they may be shown today.</summary>
public sealed class HelpLines(TimeProvider clock)
{
    private readonly IReadOnlyList<HelpLine> _all = HelpLine.Seeds();

    public IReadOnlyList<HelpLineView> For(Audience? audience)
    {
        var today = LocalTime.Today(clock);
        return [.. _all.Where(line => audience is not { } only || line.IsFor(only)).Select(line => new HelpLineView(line.Name, line.Telephone, line.About, line.HoursOn(today)))];
    }

    public int ChecksDue => _all.Count(line => line.CheckIsDue(LocalTime.Today(clock)));
}

public sealed record HelpLineView(string Name, string Telephone, string About, string? Hours);
