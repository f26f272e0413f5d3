using RelationalPractice.Administration;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages.Links;

namespace RelationalPractice.Web.Pages.Shared;

/// <summary>One leaflet, to print or to send.</summary>
/// <param name="Address">Where families give feedback by it.</param>
public sealed record LeafletView(
    LeafletText Text, AuthorityView Authority, LetterheadView Letterhead, FamilyAddress Address, IReadOnlyList<HelpLineView> HelpLines)
{
    public bool Young => Text.Audience == Audience.YoungPerson;

    public string? OwnWords => Letterhead.WordsFor(Text);
}
