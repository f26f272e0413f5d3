using RelationalPractice.Collation;

namespace RelationalPractice.Web.Pages.Collation.Themes;

/// <summary>The colour of a direction's tag. Never red: a negative word about a worker is not an alarm.</summary>
public static class ThemeTags
{
    public static string Of(ThemeDirection direction) => direction switch
    {
        ThemeDirection.Positive => "govuk-tag--turquoise",
        ThemeDirection.Negative => "govuk-tag--orange",
        _ => "govuk-tag--grey",
    };
}
