namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>One box to tick.</summary>
public sealed record Tick(string Name, string Label, bool Ticked, string? Hint = null);
