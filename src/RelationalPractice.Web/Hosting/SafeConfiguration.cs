using RelationalPractice.Web.Messaging;
using RelationalPractice.Web.Pages.Links;
using RelationalPractice.Web.Security;

namespace RelationalPractice.Web.Hosting;

/// <summary>Refuses to start where families' words would not be safe.</summary>
public static class SafeConfiguration
{
    /// <exception cref="UnsafeConfigurationException">With the one line that says what to set.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var (provider, _) = DatabaseHosting.Read(configuration);
        var key = DataProtectionKeyRing.ReadKey(configuration);
        FamilyAddress.CheckSetting(configuration);
        MessagingSettings.Read(configuration);
        PrintedPages.CheckSetting(configuration);
        // Whatever else an environment is called, families' words may be in it.
        if (environment.IsDevelopment())
        {
            return;
        }

        if (key is null)
        {
            throw new UnsafeConfigurationException("Protection:Key is not set: names would rest beside the keys that open them. Make one with 'openssl rand -base64 32'.");
        }

        if (configuration["Demo:Password"] is { Length: > 0 })
        {
            throw new UnsafeConfigurationException("Demo:Password is set: demonstration accounts must not exist in production.");
        }

        if (!configuration.GetValue("Proxy:Trusted", defaultValue: false)
            && !(configuration["ASPNETCORE_URLS"] ?? configuration["urls"] ?? "").Contains("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsafeConfigurationException("No TLS: set Proxy:Trusted=true behind a proxy that ends TLS and sets X-Forwarded-Proto, or listen on https.");
        }

        if (provider == DatabaseProvider.Sqlite && !configuration.GetValue("Database:AllowSqliteInProduction", defaultValue: false))
        {
            throw new UnsafeConfigurationException("Database:Provider is Sqlite: production runs on PostgreSql. For a small trial on a local disk set Database:AllowSqliteInProduction=true.");
        }
    }
}
