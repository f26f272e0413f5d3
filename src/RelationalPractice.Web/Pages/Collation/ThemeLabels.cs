using RelationalPractice.Collation;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>How pages say what the codebook holds.</summary>
public static class ThemeLabels
{
    public static string Of(ThemeComponent component) => component switch
    {
        ThemeComponent.Brings => "What the worker brings",
        ThemeComponent.Does => "What the worker does",
        ThemeComponent.Around => "What sits around the worker",
        ThemeComponent.Impact => "Impact",
        ThemeComponent.RightsAndComplaints => "Rights and complaints",
        ThemeComponent.OtherStaff => "Other staff",
        ThemeComponent.ChangeAskedFor => "Change asked for",
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, message: null),
    };

    public static string Of(ThemeDirection direction) => direction switch
    {
        ThemeDirection.Positive => "Positive",
        ThemeDirection.Negative => "Negative",
        ThemeDirection.Mixed => "Mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, message: null),
    };

    public static string Of(ThemeChangeKind kind) => kind switch
    {
        ThemeChangeKind.Added => "Added",
        ThemeChangeKind.Changed => "Changed",
        ThemeChangeKind.MergedInto => "Merged",
        ThemeChangeKind.TookIn => "Took in",
        ThemeChangeKind.SplitFrom => "Split from",
        ThemeChangeKind.SplitInto => "Split",
        ThemeChangeKind.Retired => "Retired",
        ThemeChangeKind.Restored => "Restored",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Of(ThemeState state) => state switch
    {
        ThemeState.Active => "In use",
        ThemeState.Retired => "Retired",
        ThemeState.Merged => "Merged into another",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
