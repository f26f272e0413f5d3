using RelationalPractice.Administration;

namespace RelationalPractice.Web.Hosting;

public static class LeafletServices
{
    private const string Folder = "Leaflets:Folder";

    /// <exception cref="UnsafeConfigurationException">A file of the authority's is no leaflet: families would not find their language.</exception>
    public static void AddLeaflets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Load(configuration[Folder]));
        services.AddScoped<Letterhead>();
        services.AddSingleton<PrintedPages>();
    }

    private static LeafletTexts Load(string? folder)
    {
        try
        {
            return LeafletTexts.Load(folder is { Length: > 0 } ? folder : null);
        }
        catch (LeafletFileException wrong)
        {
            throw new UnsafeConfigurationException($"{Folder}: {wrong.Message}");
        }
    }
}
