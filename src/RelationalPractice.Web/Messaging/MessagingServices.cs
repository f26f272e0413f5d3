using Microsoft.AspNetCore.Mvc.RazorPages;
using RelationalPractice.Web.Pages.Messaging;

namespace RelationalPractice.Web.Messaging;

public static class MessagingServices
{
    public static void AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => MessagingSettings.Read(configuration));
        services.AddSingleton<SendingSetup>();
        services.AddScoped<LetterWriting>();
        services.AddScoped<Sender>();
        services.AddScoped<DeliveryNotes>();
        services.AddScoped<StopReplies>();
        services.AddScoped<MessagesWaiting>();
        // Afterwards: setting up the pages begins with an empty list of conventions.
        services.AddOptions<RazorPagesOptions>().PostConfigure<IHostEnvironment>(Conventions.KeepOutboxToDevelopment);
    }
}
