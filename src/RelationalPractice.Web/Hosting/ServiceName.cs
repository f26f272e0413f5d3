namespace RelationalPractice.Web.Hosting;

/// <summary>Ends every page's title.</summary>
public static class ServiceName
{
    public const string Families = "Family feedback";
    public const string Staff = "Relational Practice";
}
