using RelationalPractice.Collation;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation.Themes;

public static class ThemeLinks
{
    public static Missing Missing { get; } = new(
        "That theme is not here", "It is not one of this codebook’s, or what you wanted to do with it is not possible any more.", List(), "Go to the themes");

    public static string List() => "/collation/themes";

    public static string Create() => "/collation/themes/create";

    /// <param name="filter">Only what families said in that period.</param>
    /// <param name="after">The coding at which the page before ended.</param>
    public static string Details(Guid id, OverviewFilter? filter = null, Guid? after = null) => $"/collation/themes/{id}" + OverviewQuery.Of(filter, after);

    public static string Change(Guid id) => $"/collation/themes/{id}/change";

    public static string Merge(Guid id) => $"/collation/themes/{id}/merge";

    public static string Split(Guid id) => $"/collation/themes/{id}/split";

    public static string Retire(Guid id) => $"/collation/themes/{id}/retire";

    public static string Restore(Guid id) => $"/collation/themes/{id}/restore";
}
